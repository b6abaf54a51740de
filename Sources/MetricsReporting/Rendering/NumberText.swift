import Foundation

/// Numbers as a person reads them, the same in every locale.
enum NumberText {
    /// At most two digits after the point, none that say nothing.
    static func text(_ number: Double) -> String {
        number.formatted(.number.grouping(.never).precision(.fractionLength(0...2)).locale(neutral))
    }

    /// A share as a percentage with one digit.
    static func percent(_ share: Double) -> String {
        (share * 100).formatted(.number.grouping(.never).precision(.fractionLength(0...1)).locale(neutral))
            + " %"
    }

    private static let neutral = Locale(identifier: "en_US_POSIX")
}
