import GitLabAPI
import GitLabVocabulary

extension SurfaceCall {
    static let repository: [SurfaceCall] = [
        SurfaceCall("commits(in:)") { .commits(in: .id(try $0.project)) },
        SurfaceCall("commit(_:in:)") { .commit(try $0.sha, in: .id(try $0.project)) },
    ]
}
