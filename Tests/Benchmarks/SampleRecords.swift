import MetricsCore

/// Records of a busy instance, made up but of real shape: the same for the same numbers.
enum SampleRecords {
    static let instance: InstanceID = "gitlab"
    /// 2026-01-05 00:00:00 UTC, a Monday.
    static let start = Instant(secondsSince1970: 1_767_571_200)

    static func project(_ index: Int) -> ProjectKey { ProjectKey(instance, index + 1) }

    /// A merge request merged some hours after it was created, five minutes apart within its project.
    static func mergeRequest(_ index: Int, in project: ProjectKey) -> MergeRequestRecord {
        let created = start.advanced(bySeconds: Int64(index) * 300)
        let merged = created.advanced(bySeconds: 600 + Int64(index * 7919 % 200_000))
        let stamp = Stamp(
            updatedAt: merged.secondsSince1970 * 1000, precision: .millisecond,
            readBegan: merged.secondsSince1970 * 1000 + 60_000)
        var record = MergeRequestRecord(
            id: MergeRequestKey(instance, project.id * 1_000_000 + Int64(index)), project: project)
        record.summary = Register(
            MergeRequestRecord.Summary(
                iid: Int64(index) + 1, title: "Change number \(index)", state: .merged, isDraft: false,
                createdAt: created, updatedAt: merged, sourceBranch: "feature/\(index)", targetBranch: "main",
                sourceProject: project), stamp: stamp)
        record.author = Register(Account(id: Int64(index % 40), username: "user\(index % 40)"), stamp: stamp)
        record.merge = Register(
            MergeRequestRecord.Merge(at: merged, by: Account(id: 1, username: "user1")), stamp: stamp)
        record.mergeCommitSHA = Register(sha(project, index), stamp: stamp)
        return record
    }

    static func sha(_ project: ProjectKey, _ index: Int) -> String {
        let digits = String(UInt64(bitPattern: project.id) &* 1_000_003 &+ UInt64(index), radix: 16)
        return String(repeating: "0", count: 40 - digits.count) + digits
    }

    /// A project with that many merge requests, each deployed to production by a deployment of its own.
    static func project(_ index: Int, changes: Int) -> RecordSet {
        let key = project(index)
        var records = RecordSet()
        var environment = EnvironmentRecord(id: EnvironmentKey(instance, key.id), project: key)
        environment.name = Register("production", stamp: .none)
        environment.tier = Register(.production, stamp: .none)
        records.insert(environment)
        for kind in RecordKind.allCases {
            records.insert(
                CoverageRecord(
                    id: .init(project: key, kind: kind),
                    extent: Register(
                        .init(status: .complete, since: .distantPast, until: .distantFuture), stamp: .none)))
        }
        for change in 0..<changes {
            let mergeRequest = mergeRequest(change, in: key)
            records.insert(mergeRequest)
            let deployment = deployment(of: mergeRequest, number: change, to: environment.id)
            records.insert(deployment)
            records.insert(
                ListingRecord(
                    id: .init(subject: deployment.reference, children: .mergeRequest), project: key, began: 0,
                    members: .ids([mergeRequest.id.id])))
        }
        return records
    }

    private static func deployment(
        of mergeRequest: MergeRequestRecord, number: Int, to environment: EnvironmentKey
    ) -> DeploymentRecord {
        let merged = mergeRequest.merge?.value.at ?? start
        let finished = merged.advanced(bySeconds: 1200 + Int64(number * 6151 % 90_000))
        let stamp = Stamp(
            updatedAt: finished.secondsSince1970 * 1000, precision: .millisecond, readBegan: nil)
        var record = DeploymentRecord(
            id: DeploymentKey(instance, mergeRequest.id.id), project: mergeRequest.project)
        record.origin = Register(
            .init(
                iid: Int64(number) + 1, environment: environment, ref: "main",
                sha: sha(mergeRequest.project, number), createdAt: merged), stamp: stamp)
        record.environmentName = Register("production", stamp: stamp)
        record.status = Register(number % 20 == 0 ? .failed : .success, stamp: stamp)
        record.finish = RankedRegister(finished, rank: .jobFinishedAt, stamp: stamp)
        return record
    }
}
