import GitLabAPI
import GitLabVocabulary

extension SurfaceCall {
    static let mergeRequests: [SurfaceCall] = [
        SurfaceCall("mergeRequests(in:)") { .mergeRequests(in: .id(try $0.project)) },
        SurfaceCall("mergeRequests(in:matching:)") {
            .mergeRequests(in: .id(try $0.project), matching: MergeRequestFilter(state: .merged))
        },
        SurfaceCall("mergeRequestSummaries(in:)") { .mergeRequestSummaries(in: .id(try $0.project)) },
        SurfaceCall("mergeRequests(inGroup:)") { .mergeRequests(inGroup: .id(try $0.group)) },
        SurfaceCall("mergeRequest(_:in:)") { .mergeRequest(try $0.mergeRequest, in: .id(try $0.project)) },
        SurfaceCall("approvals(ofMergeRequest:in:)") {
            .approvals(ofMergeRequest: try $0.mergeRequest, in: .id(try $0.project))
        },
        SurfaceCall("commits(ofMergeRequest:in:)") {
            .commits(ofMergeRequest: try $0.mergeRequest, in: .id(try $0.project))
        },
        SurfaceCall("notes(ofMergeRequest:in:)") {
            .notes(ofMergeRequest: try $0.mergeRequest, in: .id(try $0.project))
        },
        SurfaceCall("labelEvents(ofMergeRequest:in:)") {
            .labelEvents(ofMergeRequest: try $0.labelledMergeRequest, in: .id(try $0.project))
        },
        SurfaceCall("milestoneEvents(ofMergeRequest:in:)") {
            .milestoneEvents(ofMergeRequest: try $0.plannedMergeRequest, in: .id(try $0.project))
        },
        SurfaceCall("pipelines(ofMergeRequest:in:)") {
            .pipelines(ofMergeRequest: try $0.mergeRequest, in: .id(try $0.project))
        },
        SurfaceCall("stateEvents(ofMergeRequest:in:)") {
            .stateEvents(ofMergeRequest: try $0.mergeRequest, in: .id(try $0.project))
        },
    ]
}
