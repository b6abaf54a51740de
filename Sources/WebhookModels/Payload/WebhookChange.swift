/// What one field was before an event, and what it is after it.
///
/// GitLab writes `{"previous": …, "current": …}`, and for reviewers who are asked once more `[[…], […]]`; both decode.
public struct WebhookChange<Value: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    /// `nil` if there was none.
    public let previous: Value?
    /// `nil` if there is none now.
    public let current: Value?

    private enum CodingKeys: String, CodingKey {
        case previous
        case current
    }

    public init(from decoder: any Decoder) throws {
        if let fields = try? decoder.container(keyedBy: CodingKeys.self) {
            previous = try fields.decodeIfPresent(Value.self, forKey: .previous)
            current = try fields.decodeIfPresent(Value.self, forKey: .current)
        } else {
            var pair = try decoder.unkeyedContainer()
            previous = try pair.decodeIfPresent(Value.self)
            current = try pair.decodeIfPresent(Value.self)
        }
    }
}
