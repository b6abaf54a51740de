/// A token that has just taken the place of another, and its text, which GitLab tells this once.
///
/// Keep the text before anything else: the old token is revoked already. Rotating the old one again would revoke this
/// one too.
///
/// <https://docs.gitlab.com/api/personal_access_tokens/#rotate-a-personal-access-token>
public struct RotatedToken: Decodable, Equatable, Sendable {
    /// What to send from now on.
    public let credential: AccessToken
    /// All else that is known of it; its id is another than the old one's.
    public let token: PersonalAccessToken

    private enum CodingKeys: String, CodingKey {
        case token
    }

    public init(from decoder: any Decoder) throws {
        token = try PersonalAccessToken(from: decoder)
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        credential = AccessToken(try fields.required(.token) as String)
    }
}
