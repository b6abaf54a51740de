public import Foundation

extension World {
    /// Adds a service account: a user for machines, a member of the group, with a token of its own.
    ///
    /// - Returns: the account's id.
    @discardableResult
    public mutating func addServiceAccount(
        _ value: String, group: Int, access: AccessLevel = .reporter, scopes: [String] = ["read_api"],
        expiresAt: Date? = nil
    ) -> Int {
        let number = sequences.last(.user) + 1
        let account = addUser("service_account_group_\(group)_\(number)", isBot: true)
        addMember(account, toGroup: group, access: access)
        addToken(value, for: account, name: "service account", scopes: scopes, expiresAt: expiresAt)
        return account
    }

    /// Adds a token by which an administrator acts as the user.
    public mutating func addImpersonationToken(
        _ value: String, for user: Int, scopes: [String] = ["read_api"], expiresAt: Date? = nil
    ) {
        addToken(value, for: user, name: "impersonation", scopes: scopes, expiresAt: expiresAt)
        tokens[value]?.kind = .impersonation
    }

    /// Adds a token with permissions for single resources in the place of scopes, which it does not tell of itself.
    ///
    /// GraphQL lets it read like any other.
    ///
    /// - Parameter permissions: an action and a resource each: `read_project`, `read_merge_request`, `create_note`,
    ///   `read_webhook`, `test_webhook`.
    public mutating func addFineGrainedToken(
        _ value: String, for user: Int, permissions: Set<String>, expiresAt: Date? = nil
    ) {
        addToken(value, for: user, name: "fine-grained", scopes: ["granular"], expiresAt: expiresAt)
        tokens[value]?.permissions = permissions
    }

    /// Adds the token of a running job, which acts as the user: sent as `JOB-TOKEN`, good at few endpoints, and for
    /// the job's project alone.
    ///
    /// - Parameter endsAt: when the job ends, and its token with it.
    public mutating func addJobToken(_ value: String, for user: Int, project: Int, endsAt: Date? = nil) {
        addToken(value, for: user, name: "job", scopes: ["api"])
        tokens[value]?.kind = .job
        tokens[value]?.home = .project(project)
        tokens[value]?.validUntil = endsAt.map { Instant($0) }
    }

    /// Adds a deploy token, which pulls images and clones, and is refused by the API.
    public mutating func addDeployToken(
        _ value: String, project: Int, scopes: [String] = ["read_repository"]
    ) {
        addToken(value, for: Self.ghost, name: "deploy", scopes: scopes)
        tokens[value]?.kind = .deploy
        tokens[value]?.home = .project(project)
    }
}
