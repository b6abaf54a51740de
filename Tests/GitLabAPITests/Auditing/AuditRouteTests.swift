import Foundation
import Testing

@testable import GitLabAPI

@Suite("AuditRoute")
struct AuditRouteTests {
    static let routes: [(path: String, template: String)] = [
        ("projects", "/projects"),
        ("projects/42", "/projects/:id"),
        ("projects/a%2Fb/merge_requests/7", "/projects/:id/merge_requests/:merge_request_iid"),
        (
            "projects/42/merge_requests/7/notes/9",
            "/projects/:id/merge_requests/:merge_request_iid/notes/:note_id"
        ),
        ("projects/42/repository/branches/release", "/projects/:id/repository/branches/:branch"),
        ("projects/42/repository/commits/abc/refs", "/projects/:id/repository/commits/:sha/refs"),
        ("projects/42/hooks/1/events/2/resend", "/projects/:id/hooks/:hook_id/events/:event_id/resend"),
        ("projects/42/hooks/1/custom_headers/X-Token", "/projects/:id/hooks/:hook_id/custom_headers/:key"),
        ("groups/ada", "/groups/:id"),
        ("groups/merge_requests/issues", "/groups/:id/issues"),
        ("users/ada", "/users/:id"),
        ("personal_access_tokens/self", "/personal_access_tokens/self"),
        ("personal_access_tokens/self/rotate", "/personal_access_tokens/self/rotate"),
        ("projects/42/wikis/home", "/projects/:id/:name/:name"),
        ("../graphql", "/api/graphql"),
        ("../../oauth/token", "/oauth/token"),
        ("../../ada/app", "/:name/:name"),
        ("../..", "/"),
    ]

    @Test("keeps the words of the API and no id or name", arguments: routes)
    func templates(path: String, template: String) throws {
        for instance in [InstanceURL.example, try InstanceURL("https://host.example/gitlab")] {
            let url = try #require(URL(string: path, relativeTo: instance.apiRoot)).absoluteURL
            #expect(AuditRoute(url, on: instance).template == template)
        }
    }

    @Test("knows every endpoint the package calls")
    func knowsEndpoints() throws {
        let resources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(
                path: "Sources/GitLabAPI/Resources")
        var count = 0
        for file in try FileManager.default.contentsOfDirectory(
            at: resources, includingPropertiesForKeys: nil)
        where file.lastPathComponent.hasSuffix("+Requests.swift")
            || file.lastPathComponent == "HookOwner.swift"
        {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(
                of: /"(?:\\\(\w+(?:\.\w+)?\))?(\/?[a-z_]+(?:\/(?:[a-z_]+|\\\([^"]*\)))*)"/)
            {
                // `users/\(id)`: an interpolation stands for an id.
                let path = match.output.1.replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: "1")
                guard path.contains("/") else { continue }
                let root = match.output.0.hasPrefix("\"\\") ? "projects/1" : ""
                let url = try #require(URL(string: InstanceURL.example.apiRoot.absoluteString + root + path))
                let template = AuditRoute(url, on: .example).template
                #expect(!template.contains(":name"), "\(file.lastPathComponent): \(path) is \(template)")
                count += 1
            }
        }
        #expect(count > 50)
    }

    @Test("never keeps a segment it does not know")
    func property() throws {
        var random = SplitMix(seed: 6)
        for _ in 0..<2000 {
            let name = "n" + String(random.next(), radix: 36)
            let words = ["projects", "groups", "issues", "repository", "tags", name, name, "7"]
            let path = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                words.randomElement(using: &random) ?? name
            }
            let url = try #require(
                URL(string: path.joined(separator: "/"), relativeTo: InstanceURL.example.apiRoot))
            let template = AuditRoute(url.absoluteURL, on: .example).template
            #expect(!template.contains(name), "\(path)")
            #expect(template.split(separator: "/").count == path.count)
        }
    }
}
