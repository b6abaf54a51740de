package import Foundation

/// The one door to JSON decoding and encoding, so that the decoder behind it can change without its callers.
package enum JSON {
    /// Decodes one value. Properties of type `Date` are read by `WireDate` in every form GitLab sends.
    ///
    /// - Throws: `DecodingError`; `JSONFailure` says what of it may be shown.
    package static func decode<Value: Decodable>(_ type: Value.Type = Value.self, from data: Data) throws
        -> Value
    {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let container = try decoder.singleValueContainer()
            guard let date = WireDate(try container.decode(String.self)) else {
                throw DecodingError.dataCorruptedError(
                    in: container, debugDescription: "no date as GitLab writes it")
            }
            return date.date
        }
        return try decoder.decode(type, from: data)
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
