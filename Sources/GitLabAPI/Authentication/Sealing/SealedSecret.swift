import WireFormat

/// A secret encrypted and authenticated for one record, fit for any store.
///
/// Its stored form is one text, `v1.<key id>.<nonce>.<ciphertext and tag>`, the last two in base64url without
/// padding; no other text stands for the same value. Reading it proves nothing: only `SecretSealer.open` does.
public struct SealedSecret: Hashable, Sendable {
    static let version = "v1"

    /// Of the key that sealed it.
    public let keyID: String
    let nonce: SealingNonce
    let box: [UInt8]

    init(keyID: String, nonce: SealingNonce, box: [UInt8]) {
        self.keyID = keyID
        self.nonce = nonce
        self.box = box
    }

    /// Reads the stored form; O(text).
    ///
    /// - Throws: `.invalidSealedSecret`.
    public init(_ text: String) throws(GitLabError) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0].utf8.elementsEqual(Self.version.utf8) else {
            throw GitLabError(.invalidSealedSecret, detail: "it does not have the form \(Self.version)")
        }
        let keyID = String(parts[1])
        guard SealingKey.isID(keyID),
            let nonce = Base64URL.bytes(of: String(parts[2])).flatMap({ SealingNonce($0) }),
            let box = Base64URL.bytes(of: String(parts[3])), box.count >= ChaCha20Poly1305.tagSize
        else {
            throw GitLabError(.invalidSealedSecret)
        }
        self.init(keyID: keyID, nonce: nonce, box: box)
    }

    /// The stored form; O(bytes).
    public var text: String {
        [Self.version, keyID, Base64URL.text(of: nonce.bytes), Base64URL.text(of: box)].joined(separator: ".")
    }
}

/// One string, the stored form.
extension SealedSecret: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
            try self.init(container.decode(String.self))
        } catch let error as GitLabError {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension SealedSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Without what is sealed, which belongs into a store and not into a log.
    public var description: String { "<sealed with \(keyID)>" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["keyID": keyID]) }
}
