import Foundation
import GitLabAPI
import GitLabVocabulary

extension SurfaceCall {
    static let pipelines: [SurfaceCall] = [
        SurfaceCall("pipelines(in:)") { .pipelines(in: .id(try $0.project)) },
        SurfaceCall("pipeline(_:in:)") { .pipeline(try $0.pipeline, in: .id(try $0.project)) },
        SurfaceCall("jobs(ofPipeline:in:)") {
            .jobs(ofPipeline: try $0.pipeline, in: .id(try $0.project))
        },
        SurfaceCall("bridges(ofPipeline:in:)") {
            .bridges(ofPipeline: try $0.parentPipeline, in: .id(try $0.project))
        },
        SurfaceCall("testReportSummary(ofPipeline:in:)") {
            .testReportSummary(ofPipeline: try $0.pipeline, in: .id(try $0.project))
        },
        SurfaceCall("jobs(in:)") { .jobs(in: .id(try $0.project)) },
        SurfaceCall("job(_:in:)") { .job(try $0.job, in: .id(try $0.project)) },
        SurfaceCall("deployments(in:)") { .deployments(in: .id(try $0.project)) },
        SurfaceCall("deployments(in:finishedAfter:)") {
            .deployments(in: .id(try $0.project), finishedAfter: $0.now.addingTimeInterval(-30 * 86_400))
        },
        SurfaceCall("deployment(_:in:)") { .deployment(try $0.deployment, in: .id(try $0.project)) },
        SurfaceCall("mergeRequests(of:in:)") {
            .mergeRequests(of: try $0.deployment, in: .id(try $0.project))
        },
        SurfaceCall("environments(in:)") { .environments(in: .id(try $0.project)) },
        SurfaceCall("environment(_:in:)") { .environment(try $0.environment, in: .id(try $0.project)) },
    ]
}
