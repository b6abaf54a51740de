import GitLabAPI
import GitLabVocabulary

extension SurfaceCall {
    static let people: [SurfaceCall] = [
        SurfaceCall("currentUser") { _ in .currentUser },
        SurfaceCall("user(_:)") { .user(try $0.user) },
    ]
}
