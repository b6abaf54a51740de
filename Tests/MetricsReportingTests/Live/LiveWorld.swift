import MetricsCore

/// Makes up what happens in two projects, record by record, so that an open report can be watched.
struct LiveWorld {
    private var state: UInt64
    private let instance: InstanceID = "live"
    private var clock: Int64 = 1_710_000_000

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    private mutating func number(_ range: ClosedRange<Int64>) -> Int64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return range.lowerBound + Int64((state >> 33) % UInt64(range.upperBound - range.lowerBound + 1))
    }

    private func project(_ number: Int64) -> ProjectKey { ProjectKey(instance, number) }

    private var stamp: Stamp {
        Stamp(updatedAt: clock * 1000, precision: .millisecond, readBegan: clock * 1000)
    }

    private func at(_ seconds: Int64) -> Instant { Instant(secondsSince1970: seconds) }

    /// Environments, coverage and some merge requests.
    mutating func beginning() -> RecordSet {
        var records = RecordSet()
        for number in 1...2 as ClosedRange<Int64> {
            var environment = EnvironmentRecord(
                id: EnvironmentKey(instance, number), project: project(number))
            environment.name = Register("production", stamp: stamp)
            environment.tier = Register(.production, stamp: stamp)
            records.insert(environment)
            for kind in RecordKind.allCases {
                records.insert(
                    CoverageRecord(
                        id: .init(project: project(number), kind: kind),
                        extent: Register(
                            .init(status: .complete, since: .distantPast, until: .distantFuture), stamp: stamp
                        )))
            }
        }
        for _ in 0..<12 { records.merge(next()) }
        return records
    }

    /// One thing more that happens, or is learned again.
    mutating func next() -> RecordSet {
        clock += number(100...90_000)
        let project = project(number(1...2))
        let mergeRequest = MergeRequestKey(instance, project.id * 1000 + number(1...15))
        switch number(0...9) {
        case 0...3: return RecordSet([mergeRequestRecord(mergeRequest, project)])
        case 4...5: return RecordSet([note(on: mergeRequest, project)])
        case 6: return deployment(in: project)
        case 7: return RecordSet([incident(project)])
        case 8:
            return RecordSet([
                ApprovalsRecord(
                    id: mergeRequest, project: project,
                    by: Register([Account(id: 2, username: "grace")], stamp: stamp),
                    required: Register(number(0...2) == 0 ? nil : 1, stamp: stamp))
            ])
        default: return listing(of: mergeRequest, project)
        }
    }

    private mutating func mergeRequestRecord(_ key: MergeRequestKey, _ project: ProjectKey)
        -> MergeRequestRecord
    {
        let created = 1_709_000_000 + key.id * 1000
        let isMerged = number(0...1) == 0
        var record = MergeRequestRecord(id: key, project: project)
        record.summary = Register(
            .init(
                iid: key.id, title: "Change \(key.id)",
                state: isMerged ? .merged : number(0...3) == 0 ? .closed : .opened,
                isDraft: !isMerged && number(0...3) == 0, createdAt: at(created), updatedAt: at(clock),
                sourceBranch: "topic", targetBranch: "main", sourceProject: project,
                reverts: number(0...5) == 0 ? .mergeRequest(iid: key.id - 1) : nil), stamp: stamp)
        record.author = Register(Account(id: number(1...3), username: "user\(key.id % 3)"), stamp: stamp)
        record.merge = Register(.init(at: isMerged ? at(clock) : nil, by: nil), stamp: stamp)
        record.closedAt = Register(isMerged ? nil : at(clock), stamp: stamp)
        record.mergeCommitSHA = Register(isMerged ? "merge-\(key.id)" : nil, stamp: stamp)
        record.size = Register(.init(additions: Int(number(0...400)), deletions: 3, files: 2), stamp: stamp)
        return record
    }

    private mutating func note(on mergeRequest: MergeRequestKey, _ project: ProjectKey) -> NoteRecord {
        let activities: [NoteActivity?] = [
            nil, nil, .approved, .unapproved, .commitsAdded, .markedReady, .markedDraft, .reopened,
        ]
        return NoteRecord(
            id: NoteKey(instance, number(1...500)), project: project, subject: .mergeRequest(mergeRequest),
            createdAt: at(clock),
            facts: Register(
                .init(
                    author: Account(id: number(1...4), username: "user"),
                    activity: activities[Int(number(0...Int64(activities.count - 1)))]), stamp: stamp))
    }

    private mutating func listing(of mergeRequest: MergeRequestKey, _ project: ProjectKey) -> RecordSet {
        RecordSet([
            ListingRecord(
                id: .init(subject: .mergeRequest(mergeRequest), children: .note), project: project,
                began: clock * 1000, members: .ids((0..<number(0...3)).map { $0 * 7 + 1 }))
        ])
    }

    private mutating func deployment(in project: ProjectKey) -> RecordSet {
        var record = DeploymentRecord(
            id: DeploymentKey(instance, project.id * 1000 + number(1...9)), project: project)
        record.origin = Register(
            .init(
                iid: nil, environment: EnvironmentKey(instance, project.id), ref: "main",
                sha: "merge-\(project.id * 1000 + number(1...15))", createdAt: at(clock - 60)), stamp: stamp)
        record.status = Register(number(0...4) == 0 ? .failed : .success, stamp: stamp)
        record.finish = RankedRegister(at(clock), rank: .finishedAt, stamp: stamp)
        var records = RecordSet([record])
        if number(0...3) > 0 {
            records.insert(
                ListingRecord(
                    id: .init(subject: record.reference, children: .mergeRequest), project: project,
                    began: clock * 1000, members: .ids([project.id * 1000 + number(1...15)])))
        }
        return records
    }

    private mutating func incident(_ project: ProjectKey) -> IssueRecord {
        var record = IssueRecord(id: IssueKey(instance, project.id * 1000 + number(1...9)), project: project)
        let isClosed = number(0...1) == 0
        record.summary = Register(
            .init(
                iid: 1, title: "Down", type: number(0...2) == 0 ? "issue" : "incident",
                state: isClosed ? .closed : .opened,
                createdAt: at(clock - 500), updatedAt: at(clock)), stamp: stamp)
        record.closedAt = Register(isClosed ? at(clock) : nil, stamp: stamp)
        return record
    }
}
