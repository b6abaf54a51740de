import Console
import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary

/// The GitLab a report is made from: the one asked for, or a fake one started for the occasion.
struct Source {
    let name: String
    let url: InstanceURL
    let token: AccessToken?
    let projects: [ProjectReference]
    let groups: [GroupReference]
    /// Kept for as long as the report needs it.
    private let server: FakeGitLabServer?

    /// - Parameter end: where the history of the fake ends.
    init(_ arguments: Arguments, environment: [String: String], end: Date) throws {
        if let text = arguments.url {
            url = try InstanceURL(text, allowsInsecureHTTP: arguments.allowsInsecureHTTP)
            token = try TokenSource.token(file: arguments.tokenFile, environment: environment)
            projects = arguments.projects.map { Int($0).map { .id(.init(rawValue: $0)) } ?? .path($0) }
            groups = arguments.group.map { [GroupReference.path($0)] } ?? []
            name = url.description
            server = nil
        } else {
            let generator = WorldGenerator(
                WorldGenerator.Configuration(projects: 5, mergeRequestsPerProject: 40, days: 60, end: end))
            let server = FakeGitLabServer(FakeGitLab(world: try generator.world()))
            url = try InstanceURL(server.start().absoluteString)
            token = AccessToken(generator.configuration.token)
            projects = []
            groups = [.path(generator.configuration.group)]
            name = "the embedded fake GitLab at \(url)"
            self.server = server
        }
    }

    func close() { server?.stop() }
}
