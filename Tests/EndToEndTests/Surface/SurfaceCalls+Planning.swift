import GitLabAPI
import GitLabVocabulary

extension SurfaceCall {
    static let planning: [SurfaceCall] = [
        SurfaceCall("issues(in:)") { .issues(in: .id(try $0.project)) },
        SurfaceCall("issue(_:in:)") { .issue(try $0.issue, in: .id(try $0.project)) },
        SurfaceCall("notes(ofIssue:in:)") { .notes(ofIssue: try $0.issue, in: .id(try $0.project)) },
        SurfaceCall("stateEvents(ofIssue:in:)") {
            .stateEvents(ofIssue: try $0.issue, in: .id(try $0.project))
        },
    ]
}
