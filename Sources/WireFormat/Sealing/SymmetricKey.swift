/// 32 bytes that encrypt and decrypt. They exist once, however many hold the key, and are wiped after the last.
package final class SymmetricKey: Sendable {
    package static let size = 32

    private let bytes: WipedBytes

    /// A copy of the bytes; `nil` unless there are 32.
    package init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == Self.size else { return nil }
        self.bytes = WipedBytes(bytes)
    }

    func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        bytes.withUnsafeBytes(body)
    }
}
