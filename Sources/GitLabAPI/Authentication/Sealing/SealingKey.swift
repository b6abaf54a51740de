public import Foundation
public import GitLabVocabulary
import WireFormat

/// A key of the host's that seals secrets at rest, by an id that stands in what it sealed.
///
/// The 32 bytes must come from a generator made for secrets, as `openssl rand -base64 32` prints them, not from a
/// password. They are kept once, never printed, reflected or encoded, and wiped when the last copy of the key goes.
public struct SealingKey: Sendable {
    /// No secret. 1 to 64 of `A-Z a-z 0-9 _ -`, never used again for another key.
    public let id: String
    let key: SymmetricKey

    /// - Throws: `.invalidSealingKey` unless there are 32 bytes and the id is one.
    public init(id: String, bytes: some ContiguousBytes) throws(GitLabError) {
        guard Self.isID(id) else {
            throw GitLabError(.invalidSealingKey, detail: "an id is 1 to 64 letters, digits, _ and -")
        }
        guard let key = bytes.withUnsafeBytes({ SymmetricKey($0) }) else {
            throw GitLabError(.invalidSealingKey, detail: "a key has 32 bytes")
        }
        self.id = id
        self.key = key
    }

    /// - Parameter base64: with or without padding, in the standard alphabet or the one of URLs; blanks around it are
    ///   dropped.
    /// - Throws: `.invalidSealingKey` unless it is 32 bytes and the id is one.
    public init(id: String, base64: Secret) throws(GitLabError) {
        let text = base64.reveal().trimmingBlanks().replacing("+", with: "-").replacing("/", with: "_")
        guard var bytes = Base64URL.bytes(of: text.replacing("=", with: "")) else {
            throw GitLabError(.invalidSealingKey, detail: "the key is not base64")
        }
        defer { bytes.withUnsafeMutableBytes { WipedBytes.wipe($0) } }
        try self.init(id: id, bytes: bytes)
    }

    static func isID(_ text: String) -> Bool {
        1...64 ~= text.utf8.count
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}

extension SealingKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "<sealing key \(id)>" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["id": id]) }
}
