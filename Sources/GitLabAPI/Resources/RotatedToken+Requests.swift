public import Foundation
public import GitLabVocabulary
import WireFormat

extension Request where Response == RotatedToken {
    /// Replaces the token that is sent by a new one. Never sent twice by itself: the second would revoke all.
    ///
    /// - Parameter expiresAt: the UTC day from whose beginning on it is refused; a week from now by default.
    ///
    /// <https://docs.gitlab.com/api/personal_access_tokens/#self-rotate>
    public static func rotateOwnToken(expiresAt: Date? = nil) -> Self {
        rotation("personal_access_tokens/self", expiresAt)
    }

    /// Replaces another personal access token of the same user, or as an administrator that of anybody.
    ///
    /// <https://docs.gitlab.com/api/personal_access_tokens/#rotate-a-personal-access-token>
    public static func rotateToken(_ id: AccessTokenID, expiresAt: Date? = nil) -> Self {
        rotation("personal_access_tokens/\(id)", expiresAt)
    }

    /// Replaces an access token of a project.
    ///
    /// <https://docs.gitlab.com/api/project_access_tokens/#rotate-a-project-access-token>
    public static func rotateToken(
        _ id: AccessTokenID, of project: ProjectReference, expiresAt: Date? = nil
    ) -> Self {
        rotation("\(project.apiPath)/access_tokens/\(id)", expiresAt)
    }

    /// Replaces an access token of a group.
    ///
    /// <https://docs.gitlab.com/api/group_access_tokens/#rotate-a-group-access-token>
    public static func rotateToken(
        _ id: AccessTokenID, ofGroup group: GroupReference, expiresAt: Date? = nil
    ) -> Self {
        rotation("\(group.apiPath)/access_tokens/\(id)", expiresAt)
    }

    private static func rotation(_ path: String, _ expiresAt: Date?) -> Self {
        let body = expiresAt.map { date -> JSONValue in
            ["expires_at": .string(String(WireDate(date).iso8601.prefix(10)))]
        }
        return Self(method: .post, path: "\(path)/rotate", body: body.map { Data($0.serialized()) })
    }
}
