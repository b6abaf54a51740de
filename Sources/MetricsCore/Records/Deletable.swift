/// A record of a thing whose deletion GitLab does not tell of: a later read that would have shown it does.
public protocol Deletable: MetricsRecord {
    /// Unknown is taken for present.
    var existence: Register<Existence>? { get set }
}

extension Deletable {
    /// Whether GitLab no longer shows it.
    public var isGone: Bool { existence?.value == .gone }
}

extension Optional where Wrapped == Register<Existence> {
    /// For comparing contents: a thing nobody has missed is as present as one a read has shown.
    var settled: Self { self?.value == .gone ? self?.unstamped : nil }
}
