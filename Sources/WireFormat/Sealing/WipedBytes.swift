/// Bytes that are overwritten with zeros before their memory is given back.
///
/// There is one owner and no copy. What is read out of it, and what the processor keeps in registers and on the
/// stack while it computes, is not wiped.
package struct WipedBytes: ~Copyable, Sendable {
    // Proof: reached only through `self`, which is read while borrowed, written while held exclusively, never copied.
    nonisolated(unsafe) private let storage: UnsafeMutableRawBufferPointer

    /// As many zeros; O(count).
    package init(count: Int) {
        storage = .allocate(byteCount: count, alignment: 16)
        storage.initializeMemory(as: UInt8.self, repeating: 0)
    }

    /// A copy; O(bytes).
    package init(_ bytes: UnsafeRawBufferPointer) {
        storage = .allocate(byteCount: bytes.count, alignment: 16)
        storage.copyMemory(from: bytes)
    }

    deinit {
        Self.wipe(storage)
        storage.deallocate()
    }

    package var count: Int { storage.count }

    package func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeRawBufferPointer(storage))
    }

    package mutating func withUnsafeMutableBytes<Result, Failure: Error>(
        _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(storage)
    }

    /// Overwrites with zeros; O(bytes).
    // Not inlined, so that the optimizer does not see, where it is called, that nobody reads the zeros.
    @inline(never)
    package static func wipe(_ bytes: UnsafeMutableRawBufferPointer) {
        bytes.initializeMemory(as: UInt8.self, repeating: 0)
    }
}
