import MetricsCore

/// What a few people do in a few projects of two instances: many acts in few instants, so that many are at one.
struct BusyWeek {
    static let start = SampleStore.start
    static let projects = [ProjectKey("alpha", 1), ProjectKey("alpha", 2), ProjectKey("beta", 1)]
    static let people = [
        Account(id: 7, username: "ann"), Account(id: 8, username: "ben"),
        Account(id: 9, username: "project_1_bot_x"),
    ]

    private(set) var records = RecordSet()
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        for project in Self.projects {
            records.insert(SampleStore.project(project, "acme/\(project.id)"))
            for id in 1...6 { addMergeRequest(id, to: project, hours: 0..<168) }
        }
    }

    /// One of `0..<bound`: a linear congruential generator.
    private mutating func draw(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    private mutating func somebody() -> Account? {
        let number = draw(Self.people.count + 1)
        return number < Self.people.count ? Self.people[number] : nil
    }

    /// A merge request made, discussed and perhaps merged in those hours, with a commit, and time booked on it for
    /// any hour of the week.
    private mutating func addMergeRequest(_ number: Int, to project: ProjectKey, hours: Range<Int>) {
        let id = project.id * 1000 + Int64(number)
        let key = MergeRequestKey(project.instance, id)
        func at(_ hour: Int) -> Instant { Self.start.advanced(bySeconds: Int64(hour) * 3600) }
        let created = hours.lowerBound + draw(hours.count)
        let updated = created + draw(hours.upperBound - created)
        let isMerged = draw(2) == 0
        let stamp = SampleStore.stamp(at(updated))
        var record = MergeRequestRecord(id: key, project: project)
        record.summary = Register(
            .init(
                iid: Int64(number), title: "Change \(number)", state: isMerged ? .merged : .opened,
                isDraft: false, createdAt: at(created), updatedAt: at(updated), sourceBranch: "topic",
                targetBranch: "main", sourceProject: project), stamp: stamp)
        record.author = Register(somebody(), stamp: stamp)
        if isMerged { record.merge = Register(.init(at: at(updated), by: somebody()), stamp: stamp) }
        records.insert(record)
        for note in 0..<draw(5) {
            records.insert(
                NoteRecord(
                    id: NoteKey(project.instance, id * 10 + Int64(note)), project: project,
                    subject: .mergeRequest(key), createdAt: at(created + draw(updated - created + 1)),
                    facts: Register(
                        .init(author: somebody(), activity: draw(2) == 0 ? .approved : nil), stamp: stamp)))
        }
        records.insert(
            CommitRecord(
                id: CommitKey(project, "sha\(id)"),
                facts: Register(
                    .init(
                        title: "Commit \(id)", authorName: "Ann", authorEmail: "ann@example.com",
                        authoredAt: at(created)), stamp: stamp)))
        records.insert(
            TimeLogRecord(
                id: TimeLogKey(project.instance, id), project: project, subject: .mergeRequest(key),
                facts: Register(
                    .init(user: somebody(), seconds: 600, spentAt: at(hours.lowerBound + draw(hours.count))),
                    stamp: stamp)))
    }

    /// What happens after all of it, in all projects.
    func later(_ number: Int) -> RecordSet {
        var later = self
        later.records = RecordSet()
        for project in Self.projects {
            later.addMergeRequest(100 + number, to: project, hours: (200 + number)..<(300 + number))
        }
        return later.records
    }

    /// All that was ever done, from all records at once.
    func activities(_ filter: ActivityFilter) -> [Activity] {
        let ever = Instant(secondsSince1970: .min)..<Instant(secondsSince1970: .max)
        return records.projects.flatMap { $1.activities(of: $0, in: ever) }
            .filter(filter.matches)
            .sorted { $0.position < $1.position }
    }
}
