import WireFormat

/// Who sent a request.
struct Caller: Sendable {
    /// `nil` for nobody in particular.
    let user: Int?
    let token: String?
    let isAdministrator: Bool

    static let anonymous = Caller(user: nil, token: nil, isAdministrator: false)
}

extension World {
    /// Reads `PRIVATE-TOKEN`, `Authorization: Bearer` or `private_token=`; no credential at all is an anonymous
    /// caller, a bad one is refused even for what is public.
    func caller(of request: APIRequest) throws(Rejection) -> Caller {
        guard let value = credential(of: request) else { return .anonymous }
        guard let token = tokens[value], isAdmitted(token, by: request) else { throw .unauthorized }
        if token.isRevoked { throw .revoked }
        if token.kind == .impersonation, !allowsImpersonation { throw .impersonationDisabled }
        if token.isExpired(at: clock) { throw .expired }
        guard let user = users[token.user], isActive(user: token.user) else {
            throw .message(403, "403 Forbidden - Your account has been blocked.")
        }
        return Caller(user: token.user, token: value, isAdministrator: user.isAdministrator)
    }

    func isActive(user: Int) -> Bool { users[user]?.resource.text("state") == "active" }

    /// Whether the token may be sent the way it is: deploy tokens in none, those of OAuth applications and of jobs each
    /// in its own.
    private func isAdmitted(_ token: Token, by request: APIRequest) -> Bool {
        let isPrivate = (request.header("PRIVATE-TOKEN") ?? request["private_token"]) != nil
        let isJob = !isPrivate && (request.header("JOB-TOKEN") ?? request["job_token"]) != nil
        switch token.kind {
        case .deploy: return false
        case .job: return isJob && Self.isOpenToJobs(request)
        case .access, .impersonation: return !isJob && !(isPrivate && token.grant != nil)
        }
    }

    /// <https://docs.gitlab.com/ci/jobs/ci_job_token/>
    private static func isOpenToJobs(_ request: APIRequest) -> Bool {
        guard request.segments.count > 2, request.segments[0] == "projects" else { return false }
        return ["deployments", "environments", "releases"].contains(request.segments[2])
    }

    func credential(of request: APIRequest) -> String? {
        if let token = request.header("PRIVATE-TOKEN") ?? request["private_token"] { return token }
        if let token = request.header("JOB-TOKEN") ?? request["job_token"] { return token }
        guard let header = request.header("Authorization") else { return request["access_token"] }
        guard header.lowercased().hasPrefix("bearer ") else { return nil }
        return String(header.dropFirst(7))
    }

    /// Refuses a token without the rights the route takes: a permission for a fine-grained one, a scope for all others.
    func check(_ caller: Caller, for route: Route) throws(Rejection) {
        guard let permissions = caller.token.flatMap({ tokens[$0]?.permissions }), !route.scopes.isEmpty
        else {
            return try check(caller, has: route.scopes)
        }
        guard permissions.contains(route.permission) else { throw .insufficientPermission(route.permission) }
    }

    /// Refuses a token without any of the scopes; no scope named means any will do.
    func check(_ caller: Caller, has scopes: [String]) throws(Rejection) {
        guard !scopes.isEmpty, let value = caller.token, let token = tokens[value] else { return }
        if !scopes.contains(where: { token.allows($0) }) { throw .insufficientScope(scopes) }
    }
}
