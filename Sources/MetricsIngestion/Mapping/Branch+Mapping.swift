import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension Branch {
    func record(_ context: ReadContext) -> BranchRecord {
        let stamp = context.stamp
        var record = BranchRecord(id: BranchKey(context.project, name))
        record.head = commit.map {
            Register(.init(sha: $0.id, committedAt: Instant($0.committedAt)), stamp: stamp)
        }
        record.traits = Register(
            .init(isDefault: isDefault, isProtected: isProtected, isMerged: isMerged), stamp: stamp)
        record.existence = Register(.present, stamp: stamp)
        return record
    }
}
