import Foundation

extension Date {
    /// The day it lies in in UTC, `2026-01-31`: GitLab's dates without time are midnights there.
    var day: String { formatted(.iso8601.year().month().day()) }
}
