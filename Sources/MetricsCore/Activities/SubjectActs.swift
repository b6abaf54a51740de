/// Acts on merge requests and issues as their sources tell them, sorted out so that each stands there once.
struct SubjectActs {
    /// Who tells it, the better first.
    enum Source: Int {
        /// The merge request itself, of its merge.
        case merge
        /// GitLab's own log of states.
        case stateEvent
        /// A system note.
        case note
        /// A webhook whose place no complete read of notes has taken yet.
        case webhook
        /// The merge request or issue itself, which knows its latest closing only.
        case latestClosing
    }

    struct Act {
        let kind: Activity.Kind
        let subject: RecordReference
        let at: Instant
        var actor: Account?
        let record: RecordReference
        let source: Source

        /// In order of their sources; of one source, of time.
        static func precedes(_ lhs: Self, _ rhs: Self) -> Bool {
            (lhs.source.rawValue, lhs.at, lhs.record) < (rhs.source.rawValue, rhs.at, rhs.record)
        }
    }

    private struct Key: Hashable {
        let kind: Activity.Kind
        let subject: RecordReference
    }

    private var told: [Key: [Act]] = [:]

    /// - Parameter kind: nothing is added without one.
    mutating func add(
        _ kind: Activity.Kind?, on subject: RecordReference, at instant: Instant, by actor: Account?,
        told record: RecordReference, source: Source
    ) {
        guard let kind else { return }
        // A merge request is merged once: it names its merge, whichever source tells of it.
        let record = kind == .merged ? subject : record
        told[Key(kind: kind, subject: subject), default: []].append(
            Act(
                kind: kind, subject: subject, at: instant, actor: actor, record: record, source: source
            ))
    }

    /// Each act once, as its best source tells it; who did it may be known from another.
    var distinct: [Act] { told.values.flatMap(Self.distinct) }

    private static func distinct(_ told: [Act]) -> [Act] {
        var distinct: [Act] = []
        for act in told.sorted(by: Act.precedes) {
            if let known = distinct.firstIndex(where: { $0.isSame(as: act) }) {
                distinct[known].actor = distinct[known].actor ?? act.actor
            } else {
                distinct.append(act)
            }
        }
        return distinct
    }
}

extension SubjectActs.Act {
    /// How far the clocks of two sources may be apart, in seconds.
    private static let tolerance: UInt64 = 60

    /// Whether both tell of one act on the same subject: from different sources, about the same time, by nobody else.
    fileprivate func isSame(as other: Self) -> Bool {
        if kind == .merged { return true }
        guard source != other.source else { return false }
        if let actor, let other = other.actor, actor.id != other.id { return false }
        let (seconds, overflow) = at.secondsSince1970.subtractingReportingOverflow(other.at.secondsSince1970)
        return !overflow && seconds.magnitude <= Self.tolerance
    }
}
