import Foundation

/// A part of a long history: read by itself, so that a run that ends is taken up there and not at the beginning.
struct MonthWindow: Hashable, Sendable {
    /// In milliseconds since 1970.
    var start: Int64
    /// In milliseconds since 1970, the first instant after it; `nil` for the last one, which stays open.
    var end: Int64?

    private static var length: Int64 { 30 * 86_400_000 }

    /// Windows of 30 days; the last one reaches from one to two of them back, and to whatever comes.
    static func windows(from start: Int64, to now: Int64) -> [MonthWindow] {
        var windows: [MonthWindow] = []
        var begin = start
        while begin + 2 * length < now {
            windows.append(MonthWindow(start: begin, end: begin + length))
            begin += length
        }
        return windows + [MonthWindow(start: begin)]
    }
}
