import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension Bridge: NamingUsers {
    var users: [User] { job.users + [downstreamPipeline?.user].compactMap(\.self) }

    func record(of pipeline: PipelineKey, _ context: ReadContext) -> JobRecord {
        var record = job.record(of: pipeline, context, isBridge: true)
        // A token that may not see the other project is told of none.
        record.downstream = downstreamPipeline.map {
            Register(context.key($0.id), stamp: context.stamp)
        }
        return record
    }
}
