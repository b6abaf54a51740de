import Foundation
import GitLabAPI
import GitLabVocabulary
import WireFormat

extension CheckRun {
    /// Looks at a pasted token before it is sent.
    ///
    /// - Returns: whether it can be.
    mutating func acceptToken() -> Bool {
        guard let text = check.pasted?.reveal() else { return true }
        let token = AccessToken(text).secret
        guard !token.isEmpty else {
            record(.token, [Finding(.tokenMissing, .fatal, "There is no token.")])
            return false
        }
        guard !token.reveal().contains(where: { $0.isWhitespace }) else {
            record(
                .token, [Finding(.blanksInToken, .fatal, "There is a blank or a line end within the token.")])
            return false
        }
        return true
    }

    private var pasteFindings: [Finding] {
        guard let text = check.pasted?.reveal(), AccessToken(text).secret.reveal() != text else { return [] }
        return [
            Finding(
                .blanksInToken, .warning, "There are blanks or line ends around the token; they are left out."
            )
        ]
    }

    /// Asks GitLab what the token is.
    ///
    /// - Returns: whether GitLab takes it.
    mutating func identifyToken(_ client: inout WatchedClient) async -> Bool {
        do throws(GitLabError) {
            let token = try await client.send(.ownToken)
            report.tokenKind = .personal
            report.tokenName = token.name
            client.isFineGrained = token.isFineGrained || token.scopes.contains("granular")
            report.isFineGrained = client.isFineGrained
            report.scopes = client.isFineGrained || token.scopes.isEmpty ? nil : token.scopes
            report.tokenExpiresAt = token.expiresAt
            let kind = client.isFineGrained ? ", fine-grained" : ""
            record(.token, note: "“\(token.name)”\(kind)", pasteFindings)
            return true
        } catch {
            switch error.code {
            case .rejected, .notFound: return await identifyOAuthToken(&client)
            case .insufficientScope:
                // With any scope a token may look at itself: this one has permissions in the place of scopes.
                client.isFineGrained = true
                report.isFineGrained = true
                report.tokenKind = .personal
                record(.token, note: "fine-grained, without permission to look at itself", pasteFindings)
                return true
            default:
                refuse(error, client)
                return false
            }
        }
    }

    /// The other half: tokens of OAuth, and instances before 15.5.
    private mutating func identifyOAuthToken(_ client: inout WatchedClient) async -> Bool {
        do throws(GitLabError) {
            let response = try await client.get("oauth/token/info")
            guard let info = try? JSON.decode(OAuthTokenInfo.self, from: response.body) else {
                throw GitLabError(.decoding, status: response.status)
            }
            client.isOAuth = true
            report.tokenKind = .oauth
            report.scopes = info.scopes
            report.tokenExpiresAt = info.expiresIn.map { now.addingTimeInterval($0 / .seconds(1)) }
            record(.token, note: TokenKind.oauth.phrase, pasteFindings)
            return true
        } catch {
            // Nobody says what it is, but what it may do shows.
            record(.token, note: "GitLab does not tell what kind it is", pasteFindings)
            return true
        }
    }

    private mutating func refuse(_ error: GitLabError, _ client: WatchedClient) {
        var finding = Finding(error, evidence: client.evidence(error))
        finding.severity = finding.code == .rateLimited ? .error : .fatal
        if error.code == .invalidToken,
            let kind = check.pasted.flatMap({ TokenKind(refused: AccessToken($0.reveal()).secret) })
        {
            report.tokenKind = kind
            finding = Finding(
                .wrongTokenKind, .fatal, "This looks like \(kind.phrase), which the API does not take.",
                evidence: finding.evidence)
        } else if error.code == .invalidToken, error.detail?.contains("impersonation") == true {
            report.tokenKind = .impersonation
            finding = Finding(
                .impersonationDisabled, .fatal,
                "By this token an administrator acts as its user, which the instance has switched off.",
                evidence: finding.evidence)
        }
        record(.token, [finding] + pasteFindings)
    }
}

extension CheckRun {
    mutating func identifyUser(_ client: WatchedClient) async {
        do throws(GitLabError) {
            let user = try await client.send(.currentUser).user
            report.username = user.username
            report.isAdministrator = user.isAdministrator
            if report.tokenKind != .oauth { report.tokenKind = TokenKind(username: user.username) }
            let kind = report.tokenKind.map { ", \($0.phrase)" } ?? ""
            record(.user, note: "\(user.username)\(kind)")
        } catch {
            if error.code == .insufficientScope || client.isFineGrained && error.code == .forbidden {
                skip(.user, because: "the token may not see its user")
            } else {
                fail(.user, error, client)
            }
        }
    }

    /// - Returns: whether the token may read.
    mutating func judgeScopes(_ client: WatchedClient) -> Bool {
        guard let scopes = report.scopes else {
            record(
                .scopes,
                note: client.isFineGrained
                    ? "permissions in the place of scopes, which GitLab does not tell"
                    : "GitLab does not tell the token's scopes")
            return report.username != nil || client.isFineGrained
        }
        let findings = Capability.all.compactMap { capability -> Finding? in
            let missing = CapabilityReport(capability, scopes: scopes, role: nil).scopesMissing
            guard let scope = missing.first, options.wanted.contains(capability) else { return nil }
            return Finding(
                .insufficientScope, capability == .readAnalytics ? .fatal : .error,
                "The token lacks the scope \(scope), without which it cannot \(capability.phrase).",
                remedy: "Create a token with the scope \(scope); scopes cannot be added to one that exists.",
                evidence: tokenEvidence(client))
        }
        record(.scopes, note: scopes.map(\.rawValue).joined(separator: ", "), findings)
        return !findings.contains { $0.severity == .fatal }
    }

    mutating func judgeExpiry(_ client: WatchedClient) {
        guard report.scopes != nil || report.tokenName != nil else {
            return skip(.expiry, because: "not told")
        }
        guard let end = report.tokenExpiresAt else {
            record(.expiry, note: "does not expire")
            return
        }
        guard report.tokenKind != .oauth else {
            record(.expiry, note: "renewed when it ends")
            return
        }
        let deadline = Deadline(end, from: now)
        let findings =
            deadline.isWithin(days: options.warningDays)
            ? [
                Finding(
                    .tokenExpiresSoon, .warning, "The token ends on \(deadline.day), \(deadline.span).",
                    evidence: tokenEvidence(client))
            ] : []
        record(.expiry, note: "ends on \(deadline.day)", findings)
    }

    private func tokenEvidence(_ client: WatchedClient) -> Finding.Evidence {
        client.evidence(
            at: client.isOAuth
                ? client.instance.url.appending(path: "oauth/token/info")
                : client.instance.apiRoot.appending(path: "personal_access_tokens/self"))
    }
}

extension Capability {
    /// As a sentence has it.
    var phrase: String {
        switch self {
        case .readAnalytics: "read"
        case .commentOnMergeRequests: "comment on merge requests"
        case .manageHooks: "manage webhooks"
        default: rawValue.replacing("_", with: " ")
        }
    }
}
