import FakeGitLab
import Foundation
import GitLabAPI
import MetricsCore
import MetricsIngestion
import Testing
import WireFormat

extension LawRun {
    /// The records without what only GraphQL tells, once that is found right: the truth is worked out from the world's
    /// REST objects.
    ///
    /// - Parameter isPushed: whether webhooks, too, told of it, and with it some of what REST does not.
    func told(_ records: ProjectRecords, in key: ProjectKey, isPushed: Bool = false) -> ProjectRecords {
        guard way == .mixed || isPushed else { return records }
        var set = RecordSet(records.project)
        for record in records.environments { set.insert(record) }
        for record in records.mergeRequests { set.insert(told(record)) }
        for record in records.notes where record.subject.kind == .mergeRequest { set.insert(record) }
        for record in records.approvals { set.insert(record) }
        for record in records.commits { set.insert(record) }
        for record in records.pipelines { set.insert(told(record)) }
        for record in records.deployments { set.insert(told(record)) }
        for record in records.issues { set.insert(record) }
        for record in records.users { set.insert(record) }
        for record in records.listings where record.id.subject.kind != .issue { set.insert(record) }
        for record in records.coverage { set.insert(record) }
        return set[key]
    }

    private func told(_ record: MergeRequestRecord) -> MergeRequestRecord {
        var record = record
        record.size = nil
        record.headPipeline = nil
        record.commitCount = nil
        return record
    }

    private func told(_ record: PipelineRecord) -> PipelineRecord {
        var record = record
        record.upstream = nil
        if record.timing == nil { record.startedAt = nil }
        return record
    }

    /// GraphQL's finish is the true one.
    private func told(_ record: DeploymentRecord) -> DeploymentRecord {
        var record = record
        guard let finish = record.finish, finish.rank == .finishedAt else { return record }
        let truth = fake.world.finishDate(ofDeployment: Int(record.id.id)).map { Instant($0) }
        #expect(finish.value == truth, "seed \(seed): \(record.id)")
        let object = fake.world.objects(.deployments, in: Int(record.project.id)).first {
            $0.number("id") == record.id.id
        }
        if let job = object?["deployable"]?.instant("finished_at") {
            record.finish = RankedRegister(job, rank: .jobFinishedAt, stamp: .none)
        } else if let updated = object?.instant("updated_at") {
            record.finish = RankedRegister(updated, rank: .updatedAt, stamp: .none)
        }
        return record
    }
}
