import Foundation
import GitLabAPI
import MetricsCore

extension Project {
    func record(_ context: ReadContext) -> ProjectRecord {
        let summary = ProjectRecord.Summary(
            path: pathWithNamespace, name: name, webURL: webURL?.absoluteString, defaultBranch: defaultBranch,
            isArchived: isArchived ?? false)
        return ProjectRecord(
            id: context.project, summary: Register(summary, stamp: context.stamp(updatedAt: updatedAt)))
    }
}
