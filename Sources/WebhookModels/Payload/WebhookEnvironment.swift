public import GitLabVocabulary

/// The environment a job acts on.
///
/// <https://docs.gitlab.com/ci/environments/>
public struct WebhookEnvironment: Codable, Hashable, Sendable {
    public let name: String?
    /// `start`, `stop`, `prepare`, …
    public let action: String?
    public let tier: EnvironmentTier?

    private enum CodingKeys: String, CodingKey {
        case name
        case action
        case tier = "deployment_tier"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        name = fields.text(.name)
        action = fields.text(.action)
        tier = fields.lenient(.tier)
    }
}
