/// What a `TokenStore` keeps of an account: its tokens, and who is renewing them.
public struct TokenRecord: Sendable, Equatable {
    public var tokens: IssuedTokens
    /// `nil` while nobody is.
    public var claim: RenewalClaim?

    public init(_ tokens: IssuedTokens, claim: RenewalClaim? = nil) {
        self.tokens = tokens
        self.claim = claim
    }
}

/// A record as it stands in the store.
public struct StoredTokens: Sendable, Equatable {
    /// Another after every change; opaque.
    public struct Version: RawRepresentable, Hashable, Sendable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    public let record: TokenRecord
    public let version: Version

    public init(_ record: TokenRecord, version: Version) {
        self.record = record
        self.version = version
    }
}
