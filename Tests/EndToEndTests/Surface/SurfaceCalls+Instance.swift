import GitLabAPI
import GitLabVocabulary

extension SurfaceCall {
    static let instance: [SurfaceCall] = [
        SurfaceCall("metadata") { _ in .metadata },
        SurfaceCall("version") { _ in .version },
        SurfaceCall("ownToken") { _ in .ownToken },
    ]
}
