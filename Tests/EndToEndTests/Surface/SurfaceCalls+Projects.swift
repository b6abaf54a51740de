import GitLabAPI
import GitLabVocabulary

extension SurfaceCall {
    static let projects: [SurfaceCall] = [
        SurfaceCall("groups()") { _ in .groups() },
        SurfaceCall("group(_:)") { .group(.id(try $0.group)) },
        SurfaceCall("projects(in:)") { .projects(in: .id(try $0.group), includeSubgroups: true) },
        SurfaceCall("projects()") { _ in .projects() },
        SurfaceCall("project(_:)") { .project(.id(try $0.project)) },
        SurfaceCall("events(in:)") { .events(in: .id(try $0.project)) },
    ]
}
