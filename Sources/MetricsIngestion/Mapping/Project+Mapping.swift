import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension Project {
    func record(_ context: ReadContext) -> ProjectRecord {
        let summary = ProjectRecord.Summary(
            path: pathWithNamespace, name: name, webURL: webURL?.absoluteString, defaultBranch: defaultBranch,
            isArchived: isArchived ?? false)
        let stamp = context.stamp(updatedAt: updatedAt)
        var record = ProjectRecord(id: context.project, summary: Register(summary, stamp: stamp))
        record.forkedFrom = Register(forkedFrom.map { context.key($0) }, stamp: stamp)
        record.existence = Register(.present, stamp: context.stamp)
        return record
    }
}
