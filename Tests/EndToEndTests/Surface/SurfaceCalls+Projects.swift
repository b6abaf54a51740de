import GitLabAPI
import GitLabVocabulary

extension SurfaceCall {
    static let projects: [SurfaceCall] = [
        SurfaceCall("groups()") { _ in .groups() },
        SurfaceCall("group(_:)") { .group(.id(try $0.group)) },
        SurfaceCall("groups(matching:)") { _ in .groups(matching: GroupFilter(isTopLevel: true)) },
        SurfaceCall("subgroups(of:)") { .subgroups(of: .id(try $0.group)) },
        SurfaceCall("descendantGroups(of:)") { .descendantGroups(of: .id(try $0.group)) },
        SurfaceCall("projects(matching:)") { _ in
            .projects(matching: ProjectFilter(membership: true), orderBy: .lastActivityAt)
        },
        SurfaceCall("projects(in:matching:)") {
            .projects(
                in: .id(try $0.group), matching: ProjectFilter(isArchived: false), includeSubgroups: true)
        },
        SurfaceCall("projects(in:)") { .projects(in: .id(try $0.group), includeSubgroups: true) },
        SurfaceCall("projects()") { _ in .projects() },
        SurfaceCall("project(_:)") { .project(.id(try $0.project)) },
        SurfaceCall("events(in:)") { .events(in: .id(try $0.project)) },
    ]
}
