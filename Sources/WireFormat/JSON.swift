package import Foundation

/// The one door to JSON decoding and encoding, so that the decoder behind it can change without its callers.
package enum JSON {
    /// Decodes one value. Date properties of type `Date` are read by `WireDate` in every form GitLab sends.
    ///
    /// - Throws: `DecodingError`.
    package static func decode<Value: Decodable>(_ type: Value.Type = Value.self, from data: Data) throws
        -> Value
    {
        try JSONDecoder().decode(type, from: data)
    }
}
