import WireFormat

/// A message as GitLab nests it: a string, a list, or an object of lists by attribute, to any depth.
struct ErrorMessage {
    /// On one line: `title can't be blank; embed.prop is invalid`.
    let text: String

    /// Names of containers, not of attributes: they add nothing to the sentence.
    private static let silentNames: Set<String> = ["base", "error", "errors", "message", "messages"]
    /// A path stands before each of its sentences: deep names before many would be large.
    private static let longestPath = 100

    init(_ value: JSONValue) {
        text = Self.sentences(value, attribute: "").joined(separator: "; ")
    }

    private static func sentences(_ value: JSONValue, attribute: String) -> [String] {
        switch value {
        case .null: []
        case .bool(let flag): [sentence(attribute, String(flag))]
        case .int(let number): [sentence(attribute, String(number))]
        case .double(let number): [sentence(attribute, String(number))]
        case .string(let text): text.isEmpty ? [] : [sentence(attribute, text)]
        case .array(let elements): elements.flatMap { sentences($0, attribute: attribute) }
        case .object(let object): sentences(object, attribute: attribute)
        }
    }

    private static func sentences(_ object: JSONObject, attribute: String) -> [String] {
        // GraphQL's errors carry places and extensions beside the message.
        if let message = object["message"] { return sentences(message, attribute: attribute) }
        return object.flatMap { member in
            sentences(member.value, attribute: path(attribute, member.key))
        }
    }

    private static func path(_ attribute: String, _ name: String) -> String {
        if silentNames.contains(name) { return attribute }
        return String((attribute.isEmpty ? name : "\(attribute).\(name)").prefix(longestPath))
    }

    private static func sentence(_ attribute: String, _ text: String) -> String {
        attribute.isEmpty ? text : "\(attribute) \(text)"
    }
}
