/// Where a text stops being JSON. Holds nothing of the text.
package struct JSONSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Bytes before the offending one.
    package let offset: Int
    package let reason: String

    package var description: String { "not JSON at byte \(offset): \(reason)" }
}
