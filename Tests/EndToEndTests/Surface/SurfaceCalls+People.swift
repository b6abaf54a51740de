import GitLabAPI
import GitLabVocabulary

extension SurfaceCall {
    static let people: [SurfaceCall] = [
        SurfaceCall("currentUser") { _ in .currentUser },
        SurfaceCall("user(_:)") { .user(try $0.user) },
        SurfaceCall("users()") { _ in .users() },
        SurfaceCall("events(of:)") { .events(of: try $0.contributor) },
        SurfaceCall("ownEvents()") { _ in .ownEvents(ofAllProjects: true) },
        SurfaceCall("members(of:)") { .members(of: .id(try $0.project)) },
        SurfaceCall("allMembers(of:)") { .allMembers(of: .id(try $0.project)) },
        SurfaceCall("members(ofGroup:)") { .members(ofGroup: .id(try $0.group)) },
        SurfaceCall("allMembers(ofGroup:)") { .allMembers(ofGroup: .id(try $0.group)) },
    ]
}
