package import Foundation

/// The one door to JSON decoding and encoding, so that the decoder behind it can change without its callers.
package enum JSON {
    /// Decodes one value. Properties of type `Date` are read by `WireDate` in every form GitLab sends.
    ///
    /// The decoder is our own: one pass over the bytes, then values are read where they stand. Members that no property asks
    /// for cost nothing more than that pass.
    ///
    /// - Throws: `DecodingError`; `JSONFailure` says what of it may be shown.
    /// - Complexity: O(bytes).
    package static func decode<Value: Decodable>(_ type: Value.Type = Value.self, from data: Data) throws
        -> Value
    {
        let document: JSONDocument
        do throws(JSONSyntaxError) {
            document = try JSONDocument(parsing: Array(data))
        } catch {
            throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: error.description))
        }
        return try ValueDecoder(document: document, index: 0).decode(type)
    }

    /// Encodes one value. Properties of type `Date` are written in UTC with milliseconds.
    ///
    /// - Parameter sortedKeys: members by name, so that equal values give equal bytes.
    /// - Throws: `EncodingError`.
    package static func encode(_ value: some Encodable, sortedKeys: Bool = false) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting =
            sortedKeys ? [.sortedKeys, .withoutEscapingSlashes] : .withoutEscapingSlashes
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(WireDate(date).iso8601)
        }
        return try encoder.encode(value)
    }
}
