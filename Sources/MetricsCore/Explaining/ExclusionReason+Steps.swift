/// Why metrics pass over something that happened, though its merge request, deployment or incident may count.
extension ExclusionReason {
    /// The author's own act: no review.
    public static let author = Self(rawValue: "author")
    /// Nobody knows whose act it was.
    public static let unknownActor = Self(rawValue: "unknown_actor")
    /// After the merge, which ends what is measured.
    public static let afterMerge = Self(rawValue: "after_merge")
    /// An approval that was withdrawn later.
    public static let withdrawn = Self(rawValue: "withdrawn")
    /// An approval that was reset later, as by a push.
    public static let reset = Self(rawValue: "reset")
    /// An approval by somebody whose approval stood already.
    public static let repeated = Self(rawValue: "repeated")
    /// To an environment that is not production.
    public static let notProduction = Self(rawValue: "not_production")
}
