/// The parameters of a query, encoded once and for all (RFC 3986): everything but unreserved characters is
/// percent-encoded, so `+` in a date survives.
public struct QueryItems: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    public private(set) var encoded: String?

    public init() {}

    /// A parameter whose value is `nil` is left out. An array's name carries its brackets: `"iids[]"`.
    public init(dictionaryLiteral elements: (String, (any CustomStringConvertible)?)...) {
        for (name, value) in elements { append(name, value) }
    }

    /// Adds a parameter; `nil` adds nothing.
    public mutating func append(_ name: String, _ value: (any CustomStringConvertible)?) {
        guard let value else { return }
        let pair = "\(name.percentEncoded())=\(value.description.percentEncoded())"
        encoded = encoded.map { "\($0)&\(pair)" } ?? pair
    }

    /// Adds all parameters of another query.
    public mutating func append(_ other: QueryItems) {
        guard let more = other.encoded else { return }
        encoded = encoded.map { "\($0)&\(more)" } ?? more
    }
}

extension String {
    /// The text with everything but RFC 3986's unreserved characters percent-encoded, `/` included: fit for one
    /// path segment or one query value.
    func percentEncoded() -> String {
        var result = ""
        result.reserveCapacity(utf8.count)
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let hex = String(byte, radix: 16, uppercase: true)
                result += hex.count == 1 ? "%0\(hex)" : "%\(hex)"
            }
        }
        return result
    }
}
