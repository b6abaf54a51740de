import Synchronization

/// Several credentials for one instance that share the load of reading it.
///
/// Each has its own budget, which GitLab counts by user: two tokens of one person are one. A project is worked by
/// one credential at a time. One that is revoked, expired or unknown, or whose user is blocked, is set aside for
/// good; one that may not read a project or a group, while another may, for that place; one that lacks a scope,
/// for such requests. The others carry on, and what was refused is asked again with another. Nothing is asked in
/// vain more than once with each, and nothing at all with one that is known not to be answered.
///
/// A pool belongs to one client: `GitLabClient.standard(instance:pool:)`.
public final class CredentialPool: Sendable {
    let credentials: [PooledCredential]
    private let ledger: Mutex<CredentialLedger>
    private let onSetAside: (@Sendable (SetAside) -> Void)?

    /// - Parameter onSetAside: told once of everything a credential is set aside for, on the task whose request
    ///   showed it; must return soon.
    public init(
        _ credentials: [PooledCredential], onSetAside: (@Sendable (SetAside) -> Void)? = nil
    ) {
        self.credentials = credentials
        self.onSetAside = onSetAside
        ledger = Mutex(CredentialLedger(credentials))
    }

    /// How each credential has fared, in the order given.
    public var status: [CredentialStatus] {
        ledger.withLock { ledger in
            ledger.members.indices.map { index in
                let member = ledger.members[index]
                return CredentialStatus(
                    label: member.label, failure: member.death?.error, setAside: member.setAside,
                    projects: ledger.projects(of: index), requests: member.requests)
            }
        }
    }

    func withLedger<Value: Sendable>(_ body: (inout sending CredentialLedger) -> sending Value) -> Value {
        ledger.withLock(body)
    }

    func report(_ reports: [SetAside]) {
        guard let onSetAside else { return }
        reports.forEach(onSetAside)
    }
}
