import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension Tag {
    /// What the tag marks is its commit; its `target` is the tag's own object where it has a message.
    func record(_ context: ReadContext) -> TagRecord {
        let stamp = context.stamp
        var record = TagRecord(id: TagKey(context.project, name))
        record.sha = (commit?.id ?? target).map { Register($0, stamp: stamp) }
        // A missing date is that of a tag without a message, or of an old version: both may learn it later.
        record.createdAt = createdAt.map { Register(Instant($0), stamp: stamp) }
        record.existence = Register(.present, stamp: stamp)
        return record
    }
}
