package import Foundation

/// How deep a JSON text is nested, told without parsing it.
package enum JSONNesting {
    /// What looking over a text comes to.
    package enum Finding: Hashable, Sendable {
        case within
        case tooDeep
        /// There is a byte 0, which stands in no JSON text in UTF-8, and in every one in UTF-16 or UTF-32: those cannot
        /// be looked over byte by byte.
        case notUTF8
    }

    /// Looks whether more than so many objects and arrays stand within each other. Text that is no JSON may count as
    /// deeper or flatter than what a parser makes of its beginning, never as flatter than that beginning.
    ///
    /// - Complexity: O(bytes) at most, in constant memory.
    package static func look(over bytes: some ContiguousBytes, limit: Int) -> Finding {
        bytes.withUnsafeBytes { bytes in
            var depth = 0
            var isInString = false
            var isEscaped = false
            for byte in bytes {
                if byte == 0 { return .notUTF8 }
                if isInString {
                    if isEscaped {
                        isEscaped = false
                    } else if byte == UInt8(ascii: "\\") {
                        isEscaped = true
                    } else if byte == UInt8(ascii: "\"") {
                        isInString = false
                    }
                    continue
                }
                switch byte {
                case UInt8(ascii: "\""): isInString = true
                case UInt8(ascii: "{"), UInt8(ascii: "["):
                    depth += 1
                    if depth > limit { return .tooDeep }
                case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
                default: break
                }
            }
            return .within
        }
    }
}
