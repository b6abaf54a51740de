public import Foundation
public import GitLabVocabulary

/// The project an event belongs to, as it was called when the event was sent.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/>
public struct WebhookProject: Codable, Hashable, Sendable {
    /// Missing in some events of the instance; they tell `project_id` beside it.
    public let id: ProjectID?
    public let name: String?
    /// The page a person sees.
    public let webURL: URL?
    /// The name of the group or user above, not the path.
    public let namespace: String?
    /// 0 is private, 10 internal, 20 public.
    public let visibilityLevel: Int?
    /// `my-group/my-project`.
    public let path: String?
    /// `nil` as long as the repository is empty.
    public let defaultBranch: String?

    private enum CodingKeys: String, CodingKey {
        case id
        case name
        case webURL = "web_url"
        case namespace
        case visibilityLevel = "visibility_level"
        case path = "path_with_namespace"
        case defaultBranch = "default_branch"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = fields.lenient(.id)
        name = fields.text(.name)
        webURL = fields.lenient(.webURL)
        namespace = fields.text(.namespace)
        visibilityLevel = fields.integer(.visibilityLevel)
        path = fields.text(.path)
        defaultBranch = fields.text(.defaultBranch)
    }
}
