public import Foundation
import WireFormat

/// Names that stand for people: the same for the same person, and not to be led back without the key.
///
/// HMAC-SHA256 (RFC 2104) of the person's identity, cut to 40 bits.
public struct Pseudonyms: Sendable {
    private let key: [UInt8]

    /// - Parameter key: the host's secret; 32 random bytes are a good one. Another key gives other names.
    public init(key: Data) { self.key = Array(key) }

    /// `person-3f9a0c12ab`.
    func name(of identity: String) -> String {
        var code = HMACSHA256(key: key)
        code.update(Data(identity.utf8))
        return "person-" + code.code().hexadecimal.prefix(10)
    }
}
