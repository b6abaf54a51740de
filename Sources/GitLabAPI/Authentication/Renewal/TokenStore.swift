import Synchronization

/// Where the tokens of accounts are kept, for all processes that use them.
///
/// It holds secrets: an implementation that writes them anywhere seals them first.
public protocol TokenStore: Sendable {
    /// What is stored for the account; `nil` for nothing.
    func read(_ account: TokenAccount) async throws -> StoredTokens?

    /// Stores the record if the account still has the version the caller read, in one step; a second caller with the
    /// same version changes nothing.
    ///
    /// - Parameter version: `nil` when the account had no record.
    /// - Returns: the new version; `nil` when somebody else was faster.
    func replace(
        _ account: TokenAccount, with record: TokenRecord, expecting version: StoredTokens.Version?
    ) async throws -> StoredTokens.Version?

    /// Puts tokens in the place of whatever is stored: a new authorization by a person. A renewal under way yields.
    /// By default `read` and `replace` until nobody else was faster; a store whose records may be unreadable replaces
    /// them unread.
    func put(_ tokens: IssuedTokens, for account: TokenAccount) async throws

    /// Removes what is stored for the account, if anything.
    func remove(_ account: TokenAccount) async throws
}

extension TokenStore {
    public func put(_ tokens: IssuedTokens, for account: TokenAccount) async throws {
        while try await replace(
            account, with: TokenRecord(tokens), expecting: read(account)?.version) == nil
        {
            try Task.checkCancellation()
        }
    }
}

/// Tokens in memory, for one process and as long as it runs.
public final class InMemoryTokenStore: TokenStore {
    private struct State {
        var records: [TokenAccount: StoredTokens] = [:]
        var changes = 0
    }

    private let state = Mutex(State())

    public init() {}

    public func read(_ account: TokenAccount) async -> StoredTokens? {
        state.withLock { $0.records[account] }
    }

    public func replace(
        _ account: TokenAccount, with record: TokenRecord, expecting version: StoredTokens.Version?
    ) async -> StoredTokens.Version? {
        state.withLock { state in
            guard state.records[account]?.version == version else { return nil }
            state.changes += 1
            let new = StoredTokens.Version(rawValue: String(state.changes))
            state.records[account] = StoredTokens(record, version: new)
            return new
        }
    }

    public func remove(_ account: TokenAccount) async {
        state.withLock { $0.records[account] = nil }
    }
}
