public import Foundation
public import GitLabVocabulary

/// An environment; within a deployment without state and tier. Its last deployment is read by `.deployments`.
///
/// <https://docs.gitlab.com/api/environments/>
public struct Environment: Decodable, Hashable, Sendable {
    public let id: EnvironmentID
    /// Unique within the project: `production`, `review/fix-foo`.
    public let name: String
    /// The name made fit for host names; missing in embedded objects of old versions.
    public let slug: String?
    /// `nil` if none is set; not always a well-formed URL.
    public let externalURL: String?
    /// Missing in old versions.
    public let createdAt: Date?
    /// Missing in old versions.
    public let updatedAt: Date?
    /// Missing within deployments and in old versions.
    public let tier: EnvironmentTier?
    /// Missing within deployments.
    public let state: EnvironmentState?
    /// `nil` if it is not stopped by itself.
    public let autoStopAt: Date?

    private enum CodingKeys: String, CodingKey {
        case id
        case name
        case slug
        case externalURL = "external_url"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case tier
        case state
        case autoStopAt = "auto_stop_at"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        name = try fields.required(.name)
        slug = fields.lenient(.slug)
        externalURL = fields.lenient(.externalURL)
        createdAt = try fields.optional(.createdAt)
        updatedAt = try fields.optional(.updatedAt)
        tier = fields.lenient(.tier)
        state = fields.lenient(.state)
        autoStopAt = fields.lenient(.autoStopAt)
    }
}
