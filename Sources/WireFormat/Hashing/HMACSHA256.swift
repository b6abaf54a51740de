package import Foundation

/// An authentication code by SHA-256 of a message that comes in one piece or in several.
///
/// One that was given its key and nothing else may be kept and copied for every message.
/// <https://www.rfc-editor.org/rfc/rfc2104>
package struct HMACSHA256: Sendable {
    private var inner = SHA256()
    private var outer = SHA256()

    /// A key longer than 64 bytes counts as its hash.
    package init(key: [UInt8]) {
        let short = key.count > SHA256.blockSize ? SHA256.hash(key).bytes : key
        let block = short + repeatElement(0, count: SHA256.blockSize - short.count)
        inner.update(block.map { $0 ^ 0x36 })
        outer.update(block.map { $0 ^ 0x5c })
    }

    /// Goes on with the next piece of the message; O(bytes).
    package mutating func update(_ bytes: some ContiguousBytes) { inner.update(bytes) }

    /// The code of the message so far; more may follow. O(1).
    package func code() -> Digest {
        var last = outer
        last.update(inner.digest().bytes)
        return last.digest()
    }
}
