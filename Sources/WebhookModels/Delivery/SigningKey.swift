public import Foundation
public import GitLabVocabulary
import WireFormat

/// A webhook's signing token, with which GitLab 19.0 and later signs what it sends. Never printed, never encoded.
///
/// <https://docs.gitlab.com/user/project/integrations/webhooks/>,
/// <https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md>
public struct SigningKey: Sendable {
    private static let prefix = "whsec_"

    /// `whsec_…`, as GitLab takes it.
    public let text: Secret
    /// Given the key and nothing else.
    private let keyed: HMACSHA256

    /// Reads `whsec_` and base64: 32 bytes for GitLab, 24 to 64 in the standard.
    ///
    /// - Throws: `WebhookError` with `.malformedSigningKey`.
    public init(_ text: Secret) throws(WebhookError) {
        let revealed = text.reveal()
        guard revealed.hasPrefix(Self.prefix),
            let key = Data(base64Encoded: String(revealed.dropFirst(Self.prefix.count))),
            24...64 ~= key.count
        else {
            throw WebhookError(
                .malformedSigningKey, "a signing token is \(Self.prefix) and 24 to 64 bytes in base64")
        }
        self.text = text
        keyed = HMACSHA256(key: Array(key))
    }

    private init(bytes: [UInt8]) {
        text = Secret(Self.prefix + Data(bytes).base64EncodedString())
        keyed = HMACSHA256(key: bytes)
    }

    /// A new key of 32 bytes from the system's generator, which is made for secrets.
    public static func random() -> Self {
        var generator = SystemRandomNumberGenerator()
        return random(using: &generator)
    }

    /// A new key of 32 bytes; only as secret as the generator.
    public static func random(using generator: inout some RandomNumberGenerator) -> Self {
        Self(bytes: (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    /// The header `webhook-signature` for a delivery, for tests of what receives: `v1,` and base64; O(bytes).
    ///
    /// - Parameters:
    ///   - id: `webhook-id`.
    ///   - timestamp: `webhook-timestamp`, seconds since 1970.
    public func signature(of body: Data, id: String, timestamp: Int64) -> String {
        "v1," + Data(code(of: body, id: id, timestamp: String(timestamp)).bytes).base64EncodedString()
    }

    /// The code of `id.timestamp.body`.
    func code(of body: Data, id: String, timestamp: String) -> Digest {
        var code = keyed
        code.update(Array("\(id).\(timestamp).".utf8))
        code.update(body)
        return code.code()
    }
}

extension SigningKey: Equatable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { text.description }
    public var debugDescription: String { text.debugDescription }
    public var customMirror: Mirror { Mirror(self, children: [:]) }

    public static func == (lhs: Self, rhs: Self) -> Bool { lhs.text == rhs.text }
}
