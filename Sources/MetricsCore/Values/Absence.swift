/// Why a metric has no number. Never to be shown as zero.
public enum Absence: String, Codable, Hashable, Sendable, CaseIterable {
    /// Withheld, since too few people stand behind it.
    case withheld
    /// Everything was read, and nothing of the kind happened in the period.
    case nothingHappened = "nothing_happened"
    /// Something happened, but all of it was left out; the evidence says why.
    case allLeftOut = "all_left_out"
    /// What the metric reads was never read.
    case notCollected = "not_collected"
    /// The token may not read it.
    case forbidden
    /// The projects have the feature switched off.
    case featureOff = "feature_off"
    /// The instance's version does not have it.
    case tooOld = "too_old"
    /// The projects are gone, or hidden from the token.
    case unreachable
}
