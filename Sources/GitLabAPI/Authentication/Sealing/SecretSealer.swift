public import Foundation
public import GitLabVocabulary
import WireFormat

/// Seals secrets for a store and opens them again: ChaCha20-Poly1305 (<https://www.rfc-editor.org/rfc/rfc8439>).
///
/// A sealed value is bound to the name of its record: moved to another, it does not open. That an older value of the
/// same record was put back does not show.
///
/// Nonces are 96 random bits. Up to 2³² seals with a key (136 a second for a year), the odds that any two of them
/// share a nonce, which would reveal both, stay below 1 to 2³²: change the key before.
public struct SecretSealer: Sendable {
    public let keyring: SealingKeyring

    public init(_ keyring: SealingKeyring) { self.keyring = keyring }

    /// Seals with the current key; O(bytes).
    ///
    /// - Parameter record: what the value belongs to, by a name unique in the store, byte for byte the same at opening.
    public func seal(_ secret: Secret, for record: String) -> SealedSecret {
        var generator = SystemRandomNumberGenerator()
        return seal(secret, for: record, using: &generator)
    }

    /// As `seal(_:for:)`, only as safe as the generator is unpredictable and never repeats.
    public func seal(
        _ secret: Secret, for record: String, using generator: inout some RandomNumberGenerator
    ) -> SealedSecret {
        var text = secret.reveal()
        let nonce = SealingNonce(using: &generator)
        return text.withUTF8 { seal(UnsafeRawBufferPointer($0), for: record, nonce) }
    }

    /// Seals bytes that need not be a text, with the current key; O(bytes).
    public func seal(
        bytes: some ContiguousBytes, for record: String, using generator: inout some RandomNumberGenerator
    ) -> SealedSecret {
        let nonce = SealingNonce(using: &generator)
        return bytes.withUnsafeBytes { seal($0, for: record, nonce) }
    }

    /// The secret, if it was sealed for that record; O(bytes).
    ///
    /// - Throws: `.unknownSealingKey`; `.sealBroken` when it was altered, sealed for another record or with another
    ///   key of that id, or is no text.
    public func open(_ sealed: SealedSecret, for record: String) throws(GitLabError) -> Secret {
        let text = try withBytes(of: sealed, for: record) { String(validating: $0, as: UTF8.self) }
        guard let text else { throw GitLabError(.sealBroken, detail: "what was sealed is not a text") }
        return Secret(text)
    }

    /// Lends the bytes and wipes them afterwards; O(bytes).
    ///
    /// - Throws: as `open`.
    public func withBytes<Result>(
        of sealed: SealedSecret, for record: String, _ body: (UnsafeRawBufferPointer) -> Result
    ) throws(GitLabError) -> Result {
        guard let key = keyring[sealed.keyID] else {
            throw GitLabError(.unknownSealingKey, detail: "the keyring has no key \(sealed.keyID)")
        }
        let aead = ChaCha20Poly1305(key.key, sealed.nonce)
        let data = Self.associatedData(keyID: sealed.keyID, record: record)
        guard let opened = aead.open(sealed.box, authenticating: data) else {
            throw GitLabError(.sealBroken)
        }
        return opened.withUnsafeBytes(body)
    }

    /// The same secret sealed with the current key: how a key is replaced. O(bytes).
    ///
    /// - Returns: `sealed` itself, unopened, when it is sealed with the current key already: nothing to store.
    /// - Throws: as `open`.
    public func reseal(_ sealed: SealedSecret, for record: String) throws(GitLabError) -> SealedSecret {
        var generator = SystemRandomNumberGenerator()
        return try reseal(sealed, for: record, using: &generator)
    }

    /// As `reseal(_:for:)`, only as safe as the generator is unpredictable and never repeats.
    public func reseal(
        _ sealed: SealedSecret, for record: String, using generator: inout some RandomNumberGenerator
    ) throws(GitLabError) -> SealedSecret {
        guard sealed.keyID != keyring.current.id else { return sealed }
        let nonce = SealingNonce(using: &generator)
        return try withBytes(of: sealed, for: record) { seal($0, for: record, nonce) }
    }

    private func seal(_ bytes: UnsafeRawBufferPointer, for record: String, _ nonce: SealingNonce)
        -> SealedSecret
    {
        let key = keyring.current
        let data = Self.associatedData(keyID: key.id, record: record)
        let box = ChaCha20Poly1305(key.key, nonce).seal(bytes, authenticating: data)
        return SealedSecret(keyID: key.id, nonce: nonce, box: box)
    }

    /// Version and key id have no line end and the record comes last, so that no two say the same.
    private static func associatedData(keyID: String, record: String) -> [UInt8] {
        Array("\(SealedSecret.version)\n\(keyID)\n\(record)".utf8)
    }
}
