import Foundation

/// One month of one project's roll-ups, as it is kept.
struct RollUpPage: Codable, Hashable {
    /// The version of the encoded form.
    var format = 1
    /// Of what was measured and how: a page of other definitions or rules is made anew.
    var digest: String
    /// Counts changes seen while days of the page are being made from records, so that whoever makes them learns that they
    /// are out of date; `nil` while nobody does.
    var changesWhileMaking: Int?
    /// By day (`2026-03-02`), what each metric keeps of it; a metric that has nothing of the day is left out.
    var days: [String: [String: Data]] = [:]
}
