/// A calendar unit by which a period is cut into pieces.
public enum Bucket: String, Codable, Hashable, Sendable, CaseIterable {
    case day
    /// An ISO week: Monday to Sunday.
    case week
    case month
    /// January to March, and so on.
    case quarter
}
