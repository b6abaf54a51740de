public import Foundation
public import GitLabVocabulary

/// What GitLab tells of an OAuth access token (<https://docs.gitlab.com/api/oauth2/#retrieve-the-token-information>).
public struct OAuthTokenInfo: Decodable, Hashable, Sendable {
    /// Whom it acts as.
    public let userID: UserID?
    public let scopes: [TokenScope]
    /// How long it still lives; `nil` for one that does not end.
    public let expiresIn: Duration?
    /// The `clientID` of the application it was granted to.
    public let clientID: String?
    public let createdAt: Date?

    private enum CodingKeys: String, CodingKey {
        case userID = "resource_owner_id"
        case scopes = "scope"
        case expiresIn = "expires_in"
        case application
        case createdAt = "created_at"
    }

    private struct Application: Decodable {
        let uid: String
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        userID = try fields.optional(.userID)
        scopes = try fields.required(.scopes)
        expiresIn = fields.number(.expiresIn).map { .seconds(min(max(0, $0), 1e10)) }
        let application: Application? = fields.lenient(.application)
        clientID = application?.uid
        createdAt = fields.number(.createdAt).map { Date(timeIntervalSince1970: $0) }
    }
}
