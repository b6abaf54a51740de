/// A text that must never be shown: a token, a password, a signing key.
///
/// It prints, reflects and interpolates as `<redacted>`, cannot be encoded, and compares in time that depends
/// only on the lengths. `reveal()` is the one way to the text.
public struct Secret: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    private let text: String

    public init(_ text: String) { self.text = text }

    /// The text itself, for the one place that sends it.
    public func reveal() -> String { text }

    public var isEmpty: Bool { text.isEmpty }

    public var description: String { "<redacted>" }
    public var debugDescription: String { "<redacted>" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }

    /// Compares every byte whatever the first difference, so that timing tells nothing about the content.
    public static func == (lhs: Secret, rhs: Secret) -> Bool {
        let left = Array(lhs.text.utf8)
        let right = Array(rhs.text.utf8)
        var difference = left.count ^ right.count
        for index in 0..<max(left.count, right.count) {
            let a = index < left.count ? left[index] : 0
            let b = index < right.count ? right[index] : 0
            difference |= Int(a ^ b)
        }
        return difference == 0
    }
}
