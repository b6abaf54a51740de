import Foundation
public import GitLabVocabulary
import WireFormat

/// The proof that who exchanges a code is who asked for it (RFC 7636, method S256).
public struct PKCE: Sendable, Equatable {
    /// Stays with the session of the person until the code is exchanged.
    public let verifier: Secret

    /// A verifier of 32 bytes from the system's secure generator.
    public init() {
        var random = SystemRandomNumberGenerator()
        self.init(using: &random)
    }

    public init(using random: inout some RandomNumberGenerator) {
        verifier = Secret(unguessable: &random)
    }

    /// A verifier kept before.
    ///
    /// - Returns: `nil` unless it has 43 to 128 of the characters RFC 7636 allows (section 4.1).
    public init?(verifier: Secret) {
        let bytes = verifier.reveal().utf8
        guard (43...128).contains(bytes.count), bytes.allSatisfy(\.isUnreserved) else { return nil }
        self.verifier = verifier
    }

    /// What the authorization URL carries.
    public var challenge: String { Base64URL.text(of: SHA256.hash(Array(verifier.reveal().utf8)).bytes) }
}

extension Secret {
    /// 256 random bits as base64url.
    package init(unguessable random: inout some RandomNumberGenerator) {
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        self.init(Base64URL.text(of: bytes))
    }
}

extension UInt8 {
    /// A letter, a digit, or one of `-._~` (RFC 3986, section 2.3).
    fileprivate var isUnreserved: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
