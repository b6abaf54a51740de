extension MetricChange: CustomStringConvertible {
    /// One line for people: `acme/app: Time to merge 5h 2m → 4h 58m (n 41 → 42)`.
    public var description: String {
        let (old, new) = (MetricText(value: before), MetricText(value: after))
        let sample = old.sample == new.sample ? "n \(new.sample)" : "n \(old.sample) → \(new.sample)"
        return "\(title): \(new.title) \(old.number) → \(new.number) (\(sample))"
    }
}
