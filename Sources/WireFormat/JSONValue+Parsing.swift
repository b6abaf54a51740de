package import Foundation

extension JSONValue {
    /// Parses one JSON text (RFC 8259), keeping the order of members; strict: no comments, no trailing commas,
    /// no lone surrogates, at most 512 levels deep. A UTF-8 byte order mark is skipped. Linear in the size.
    ///
    /// - Throws: `JSONSyntaxError`.
    package init(parsing data: Data) throws(JSONSyntaxError) { try self.init(parsing: [UInt8](data)) }

    /// Parses one JSON text, as `init(parsing: Data)` does.
    ///
    /// - Throws: `JSONSyntaxError`.
    package init(parsing bytes: [UInt8]) throws(JSONSyntaxError) {
        var parser = JSONParser(bytes: bytes)
        self = try parser.parseText()
    }
}
