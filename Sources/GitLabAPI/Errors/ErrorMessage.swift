/// A message as GitLab nests it: a string, a list, or an object of lists by attribute, to any depth.
struct ErrorMessage: Decodable, Hashable, Sendable {
    /// On one line: `title can't be blank; embed.prop is invalid`.
    let text: String

    /// Names of containers, not of attributes: they add nothing to the sentence.
    private static let silentKeys: Set<String> = ["base", "error", "errors", "message", "messages"]
    private static let deepest = 16

    init(from decoder: any Decoder) throws {
        text = Self.sentences(of: decoder, attribute: "", depth: 0).joined(separator: "; ")
    }

    private static func sentences(of decoder: any Decoder, attribute: String, depth: Int) -> [String] {
        guard depth < deepest else { return [] }
        if let object = try? decoder.container(keyedBy: AnyKey.self) {
            // GraphQL's errors carry places and extensions beside the message.
            let keys = object.contains(AnyKey("message")) ? [AnyKey("message")] : object.allKeys
            return keys.sorted { $0.stringValue < $1.stringValue }.flatMap { key -> [String] in
                guard let inner = try? object.superDecoder(forKey: key) else { return [] }
                return sentences(of: inner, attribute: path(attribute, key.stringValue), depth: depth + 1)
            }
        }
        if var list = try? decoder.unkeyedContainer() {
            var result: [String] = []
            while !list.isAtEnd, let inner = try? list.superDecoder() {
                result += sentences(of: inner, attribute: attribute, depth: depth + 1)
            }
            return result
        }
        guard let value = try? decoder.singleValueContainer(), let said = scalar(value) else { return [] }
        return [attribute.isEmpty ? said : "\(attribute) \(said)"]
    }

    private static func path(_ attribute: String, _ key: String) -> String {
        if silentKeys.contains(key) { return attribute }
        return attribute.isEmpty ? key : "\(attribute).\(key)"
    }

    private static func scalar(_ value: any SingleValueDecodingContainer) -> String? {
        if let text = try? value.decode(String.self) { return text }
        if let number = try? value.decode(Int.self) { return String(number) }
        if let flag = try? value.decode(Bool.self) { return String(flag) }
        return nil
    }
}

private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
}
