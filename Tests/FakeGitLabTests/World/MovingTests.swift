import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite("Projects that move and go")
struct MovingTests {
    private func addresses(_ value: JSONValue) -> [String] {
        let object = value.arrayValue?.first ?? value
        return [object["web_url"], object["references"]?["full"], object["path_with_namespace"]].compactMap {
            $0?.stringValue
        }
    }

    @Test("A renamed project answers at its new path, and so do all addresses in it")
    func renamed() throws {
        let inquirer = try Inquirer.small(projects: 1)
        let old = try #require(inquirer.json("projects/1")["path_with_namespace"]?.stringValue)
        try inquirer.fake.change { try $0.moveProject(1, to: "elsewhere") }
        #expect(
            inquirer.send("GET", "projects/\(old.replacingOccurrences(of: "/", with: "%2F"))").status == 301)
        for path in ["projects/1", "projects/1/merge_requests", "projects/1/issues", "projects/1/pipelines"] {
            let found = addresses(try inquirer.json(path))
            #expect(!found.isEmpty && found.allSatisfy { $0.contains("/elsewhere") }, "\(path): \(found)")
        }
    }

    @Test("A transferred project lies in its new group, and only there, with its id and all in it")
    func transferred() throws {
        let inquirer = try Inquirer.small(projects: 1)
        let before = try inquirer.all("projects/1/merge_requests").compactMap { $0["id"]?.intValue }
        let user = try #require(inquirer.json("user")["id"]?.intValue)
        try inquirer.fake.change { world in
            let group = world.addGroup("globex")
            world.addMember(user, toGroup: group, access: .reporter)
            try world.transferProject(1, toGroup: group)
        }
        #expect(try inquirer.json("groups/globex/projects").arrayValue?.count == 1)
        #expect(try inquirer.json("groups/acme/projects?include_subgroups=true").arrayValue?.isEmpty == true)
        let project = try inquirer.json("projects/1")
        #expect(project["path_with_namespace"]?.stringValue?.hasPrefix("globex/") == true)
        #expect(project["namespace"]?["full_path"] == "globex")
        #expect(try inquirer.all("projects/1/merge_requests").compactMap { $0["id"]?.intValue } == before)
    }

    @Test("A deleted project is not found, and nothing of it is listed")
    func deleted() throws {
        let inquirer = try Inquirer.small(projects: 2)
        try inquirer.fake.change { try $0.deleteProject(1) }
        #expect(inquirer.send("GET", "projects/1").status == 404)
        for path in ["projects", "groups/acme/merge_requests", "groups/acme/issues"] {
            let projects = try inquirer.all(path).map { $0["project_id"] ?? $0["id"] }
            #expect(!projects.isEmpty && !projects.contains(1), "\(path)")
        }
    }
}
