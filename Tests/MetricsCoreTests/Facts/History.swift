import Foundation
import MetricsCore

/// Writes a project's history down as records, act by act; times are seconds after `History.start`.
struct History {
    static let start = Instant(secondsSince1970: 1_750_000_000)
    static let day = 86_400

    let project: ProjectKey
    private(set) var records = RecordSet()
    /// Added to every instant.
    var shift = 0
    private var nextNote: Int64

    init(project id: Int64 = 1, instance: InstanceID = "alpha", shift: Int = 0) {
        project = ProjectKey(instance, id)
        nextNote = id * 1_000_000
        self.shift = shift
    }

    static let ada = Account(id: 1, username: "ada")
    static let grace = Account(id: 2, username: "grace")
    static let linus = Account(id: 3, username: "linus")
    static let bot = Account(id: 9, username: "project_7_bot_c0ffee")

    func at(_ seconds: Int) -> Instant { Self.start.advanced(bySeconds: Int64(seconds + shift)) }

    /// Days from the start, in UTC.
    func period(days: Range<Int> = 0..<30) -> ReportPeriod {
        ReportPeriod(
            start: at(days.lowerBound * Self.day), end: at(days.upperBound * Self.day), timeZone: .gmt)
    }

    func facts(_ rules: FactRules = .standard) -> ProjectFacts {
        ProjectFacts(of: project, records[project], rules: rules)
    }

    func value(_ metric: any Metric, days: Range<Int> = 0..<30, rules: FactRules = .standard) -> MetricValue {
        metric.value(of: [facts(rules)], in: period(days: days))
    }

    private let stamp = Stamp(readBegan: 1)

    mutating func insert<Record: MetricsRecord>(_ record: Record) { records.insert(record) }

    mutating func cover(
        _ kinds: RecordKind..., status: CoverageRecord.Status = .complete, from: Int = 0,
        until: Int = 30 * History.day, untold: [UntoldFact] = []
    ) {
        for kind in kinds.isEmpty ? RecordKind.allCases : kinds {
            insert(
                CoverageRecord(
                    id: .init(project: project, kind: kind),
                    extent: Register(
                        .init(status: status, since: at(from), until: at(until), untold: untold), stamp: stamp
                    )))
        }
    }

    mutating func mergeRequest(
        _ id: Int64, created: Int, merged: Int? = nil, closed: Int? = nil, draft: Bool = false,
        author: Account? = History.ada, reverts: Revert? = nil, head: String? = nil, squash: String? = nil,
        merge: String? = nil, existence: Existence? = nil
    ) {
        var record = MergeRequestRecord(id: MergeRequestKey(project.instance, id), project: project)
        record.summary = Register(
            .init(
                iid: id, title: "Change \(id)",
                state: merged != nil ? .merged : closed != nil ? .closed : .opened, isDraft: draft,
                createdAt: at(created), updatedAt: at(merged ?? closed ?? created),
                sourceBranch: "topic-\(id)",
                targetBranch: "main", sourceProject: project, reverts: reverts), stamp: stamp)
        record.author = Register(author, stamp: stamp)
        record.merge = Register(.init(at: merged.map(at), by: nil), stamp: stamp)
        record.closedAt = Register(closed.map(at), stamp: stamp)
        record.headSHA = head.map { Register($0, stamp: stamp) }
        record.squashCommitSHA = squash.map { Register($0, stamp: stamp) }
        record.mergeCommitSHA = merge.map { Register($0, stamp: stamp) }
        record.existence = existence.map { Register($0, stamp: stamp) }
        insert(record)
    }

    /// A comment, or a system note when `activity` is given.
    @discardableResult
    mutating func note(
        on mergeRequest: Int64, at seconds: Int, by author: Account?, _ activity: NoteActivity? = nil
    ) -> Int64 {
        nextNote += 1
        insert(
            NoteRecord(
                id: NoteKey(project.instance, nextNote), project: project,
                subject: .mergeRequest(MergeRequestKey(project.instance, mergeRequest)),
                createdAt: at(seconds),
                facts: Register(.init(author: author, activity: activity), stamp: stamp)))
        return nextNote
    }

    mutating func approvals(of mergeRequest: Int64, by accounts: [Account] = [], required: Int? = nil) {
        insert(
            ApprovalsRecord(
                id: MergeRequestKey(project.instance, mergeRequest), project: project,
                by: Register(accounts.sorted(), stamp: stamp), required: Register(required, stamp: stamp)))
    }

    mutating func user(_ id: Int64, _ username: String, isBot: Bool? = nil) {
        var record = UserRecord(id: UserKey(project, id))
        record.username = Register(username, stamp: stamp)
        record.isBot = isBot.map { Register($0, stamp: stamp) }
        insert(record)
    }

    mutating func event(on mergeRequest: Int64, at seconds: Int, by actor: Account?, _ activity: NoteActivity)
    {
        nextNote += 1
        insert(
            ProvisionalEvent(
                id: .init(instance: project.instance, delivery: "delivery-\(nextNote)", index: 0),
                project: project, mergeRequest: MergeRequestKey(project.instance, mergeRequest),
                activity: activity, actor: actor, at: at(seconds), received: 1000))
    }

    mutating func environment(_ id: Int64, _ name: String, tier: EnvironmentRecord.Tier? = nil) {
        var record = EnvironmentRecord(id: EnvironmentKey(project.instance, id), project: project)
        record.name = Register(name, stamp: stamp)
        record.tier = Register(tier, stamp: stamp)
        insert(record)
    }

    /// - Parameter carrying: GitLab's own list of merge requests; none when `nil`.
    mutating func deployment(
        _ id: Int64, to environment: Int64 = 1, finished: Int?, status: DeploymentRecord.Status = .success,
        sha: String? = nil, carrying mergeRequests: [Int64]? = nil,
        source: DeploymentRecord.FinishSource = .finishedAt
    ) {
        var record = DeploymentRecord(id: DeploymentKey(project.instance, id), project: project)
        record.origin = Register(
            .init(
                iid: id + 500, environment: EnvironmentKey(project.instance, environment), ref: "main",
                sha: sha ?? "sha-\(id)", createdAt: at((finished ?? 0) - 60)), stamp: stamp)
        record.status = Register(status, stamp: stamp)
        record.finish = finished.map { RankedRegister(at($0), rank: source, stamp: stamp) }
        insert(record)
        guard let mergeRequests else { return }
        insert(
            ListingRecord(
                id: .init(subject: record.reference, children: .mergeRequest), project: project, began: 1,
                members: .ids(mergeRequests.sorted())))
    }

    mutating func commit(_ sha: String, parents: [String] = [], authored: Int = 0) {
        insert(
            CommitRecord(
                id: CommitKey(project, sha),
                facts: Register(
                    .init(
                        title: sha, authorName: nil, authorEmail: nil, authoredAt: at(authored)),
                    stamp: stamp),
                committedAt: Register(at(authored), stamp: stamp),
                parents: Register(parents, stamp: stamp)))
    }

    mutating func commits(of mergeRequest: Int64, _ shas: [String]) {
        insert(
            ListingRecord(
                id: .init(
                    subject: .mergeRequest(MergeRequestKey(project.instance, mergeRequest)), children: .commit
                ),
                project: project, began: 1, members: .shas(shas.sorted())))
    }

    /// Says that those that are there are all, as a complete read of the merge request's notes does.
    mutating func listNotes(of mergeRequest: Int64) {
        let subject = RecordReference.mergeRequest(MergeRequestKey(project.instance, mergeRequest))
        let notes = records[project].notes.filter { $0.subject == subject }
        insert(
            ListingRecord(
                id: .init(subject: subject, children: .note), project: project, began: 1,
                members: .ids(notes.map(\.id.id).sorted())))
    }

    mutating func incident(
        _ id: Int64, opened: Int, closed: Int? = nil, naming mentions: [Mention] = [],
        type: String = "incident",
        existence: Existence? = nil
    ) {
        var record = IssueRecord(id: IssueKey(project.instance, id), project: project)
        record.summary = Register(
            .init(
                iid: id, title: "Incident \(id)", type: type, state: closed == nil ? .opened : .closed,
                createdAt: at(opened), updatedAt: at(closed ?? opened), mentions: mentions), stamp: stamp)
        record.closedAt = Register(closed.map(at), stamp: stamp)
        record.existence = existence.map { Register($0, stamp: stamp) }
        insert(record)
    }

    mutating func pipeline(
        _ id: Int64, _ status: String, created: Int, finished: Int? = nil, duration: Int? = nil,
        source: String = "push"
    ) {
        var record = PipelineRecord(id: PipelineKey(project.instance, id), project: project)
        record.summary = Register(
            .init(iid: id, status: status, sha: "sha", createdAt: at(created)), stamp: stamp)
        record.origin = Register(.init(source: source, ref: "main"), stamp: stamp)
        record.timing = Register(
            .init(finishedAt: finished.map(at), duration: duration, queuedDuration: nil), stamp: stamp)
        insert(record)
    }
}

extension References {
    /// The numbers of the records, in ascending order.
    var numbers: [Int64] { compactMap { Int64($0.id) }.sorted() }
}
