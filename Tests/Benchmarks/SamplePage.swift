import FakeGitLab
import Foundation
import GitLabAPI

/// Bodies as GitLab sends them, taken from a generated fake.
enum SamplePage {
    /// A page of that many merge requests, with all the fields of GitLab's list.
    static func mergeRequests(_ count: Int) async throws -> Data {
        let world = WorldGenerator.Configuration(
            projects: 1, mergeRequestsPerProject: count, end: Date(timeIntervalSince1970: 1_767_225_600))
        let time = VirtualTime(world.end)
        let transport = FakeGitLabTransport(FakeGitLab(world: try WorldGenerator(world).world(), time: time))
        let instance = try InstanceURL("https://gitlab.example.com")
        let url = URL(string: "projects/1/merge_requests?per_page=\(count)", relativeTo: instance.apiRoot)
        let request = HTTPRequest(
            url: url?.absoluteURL ?? instance.url, headers: ["Authorization": "Bearer \(world.token)"])
        return try await transport.send(request).body
    }
}
