import Foundation

/// Base64 in the alphabet of URLs and file names, without padding (RFC 4648, section 5).
package enum Base64URL {
    package static func text(of bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }

    /// - Returns: `nil` unless it is the one text of these bytes.
    package static func bytes(of text: String) -> [UInt8]? {
        let standard = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: standard + padding), self.text(of: data) == text else {
            return nil
        }
        return Array(data)
    }
}
