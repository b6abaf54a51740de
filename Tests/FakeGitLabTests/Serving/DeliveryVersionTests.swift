import FakeGitLab
import Foundation
import Testing
import WireFormat

/// What is delivered, in the versions and tiers that have it.
@Suite("Versions of what is delivered")
struct DeliveryVersionTests {
    private static func inquirer(_ version: GitLabVersion, _ tier: Tier = .ultimate) throws -> Inquirer {
        var inquirer = try Inquirer.small(projects: 1)
        inquirer.token = "glpat-root"
        inquirer.fake.change { world in
            world.addToken("glpat-root", for: 1, scopes: ["api"])
            world.addHook("https://receiver.example", toProject: 1)
            world.version = version
            world.tier = tier
        }
        return inquirer
    }

    @Test(
        "a field is there from its version and its tier on",
        arguments: [
            (
                "projects/1/repository/tags", "created_at", GitLabVersion("16.10.0-ee"),
                GitLabVersion("16.11.0-ee")
            ),
            ("projects/1/environments", "auto_stop_setting", .v15, .v19),
            ("projects/1/environments/1", "description", .v15, .v17),
            ("projects/1/pipelines", "name", "15.10.0-ee", .v15),
            ("projects/1/jobs", "runner_manager", .v15, .v17),
            ("projects/1/hooks", "custom_headers", .v15, .v17),
            ("projects/1/hooks/1", "signing_token_present", .v18, .v19),
        ])
    func fields(_ path: String, _ key: String, _ before: GitLabVersion, _ from: GitLabVersion) throws {
        for (version, isServed) in [(before, false), (from, true)] {
            let value = try Self.inquirer(version).json(path)
            let objects = value.arrayValue ?? [value]
            #expect(!objects.isEmpty)
            #expect(objects.allSatisfy { ($0[key] != nil) == isServed }, "\(version.text)")
        }
    }

    @Test("the commits within tags and branches keep what their version knows")
    func embedded() throws {
        for path in ["projects/1/repository/tags", "projects/1/repository/branches"] {
            let old = try Self.inquirer(.v15).json(path)[0]?["commit"]
            let new = try Self.inquirer(.v19).json(path)[0]?["commit"]
            #expect(old?["id"] != nil && old?["extended_trailers"] == nil)
            #expect(new?["extended_trailers"] != nil)
        }
    }

    @Test("logs of hooks came late, and hooks of groups need a licence")
    func hooks() throws {
        let old = try Self.inquirer(.v15)
        #expect(old.send("GET", "projects/1/hooks").status == 200)
        #expect(old.send("GET", "projects/1/hooks/1/events").status == 404)
        #expect(try Self.inquirer(.v17).send("GET", "projects/1/hooks/1/events").status == 200)
        #expect(try Self.inquirer(.v19, .free).send("GET", "groups/1/hooks").status == 404)
        #expect(try Self.inquirer(.v19, .premium).send("GET", "groups/1/hooks").status == 200)
        #expect(old.send("GET", "hooks").status == 200)
    }

    @Test("rotation came with 16, of itself with 16.10")
    func rotation() throws {
        let own = "personal_access_tokens/self/rotate"
        #expect(try Self.inquirer(.v15).send("POST", own).status == 404)
        #expect(try Self.inquirer("16.9.0-ee").send("POST", own).status == 404)
        #expect(try Self.inquirer("16.10.0-ee").send("POST", own).status == 200)
    }
}
