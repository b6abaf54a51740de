import GitLabAPI
import GitLabVocabulary

extension SurfaceCall {
    static let repository: [SurfaceCall] = [
        SurfaceCall("commits(in:)") { .commits(in: .id(try $0.project)) },
        SurfaceCall("commit(_:in:)") { .commit(try $0.sha, in: .id(try $0.project)) },
        SurfaceCall("refs(ofCommit:in:)") { .refs(ofCommit: try $0.sha, in: .id(try $0.project)) },
        SurfaceCall("mergeRequests(ofCommit:in:)") {
            .mergeRequests(ofCommit: try $0.mergedSHA, in: .id(try $0.project))
        },
        SurfaceCall("branches(in:)") { .branches(in: .id(try $0.project)) },
        SurfaceCall("branch(_:in:)") { .branch("release/1.x", in: .id(try $0.project)) },
        SurfaceCall("tags(in:)") { .tags(in: .id(try $0.project)) },
        SurfaceCall("tag(_:in:)") { .tag("v1.1.0", in: .id(try $0.project)) },
        SurfaceCall("releases(in:)") { .releases(in: .id(try $0.project)) },
        SurfaceCall("release(ofTag:in:)") { .release(ofTag: "v2.0.0-rc1", in: .id(try $0.project)) },
    ]
}
