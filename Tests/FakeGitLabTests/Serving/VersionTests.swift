import FakeGitLab
import Foundation
import Testing
import WireFormat

/// What an instance serves goes by its version and its licence.
@Suite struct VersionTests {
    private static func inquirer(_ version: GitLabVersion, _ tier: Tier = .ultimate) throws -> Inquirer {
        let inquirer = try Inquirer.small()
        inquirer.fake.change {
            $0.version = version
            $0.tier = tier
        }
        return inquirer
    }

    @Test("versions compare by their numbers, whatever the suffix")
    func order() {
        let ascending: [GitLabVersion] = [
            "15.2", "15.11.13-ee", "16.0.0", "17.9.1-ee", "17.11.4", "18.0.0-pre",
        ]
        #expect(ascending.shuffled().sorted() == ascending)
        #expect(!(GitLabVersion("15.2.0-ee") < "15.2") && !(GitLabVersion("15.2") < "15.2.0-ee"))
        #expect(GitLabVersion.v15.isEnterprise && !GitLabVersion("15.11.13").isEnterprise)
    }

    @Test("the instance says which version it runs", arguments: [GitLabVersion.v15, .v17, .v18, .v19])
    func version(_ version: GitLabVersion) throws {
        let answer = try Self.inquirer(version).json("version")
        #expect(answer["version"]?.stringValue == version.text)
    }

    @Test("an endpoint is not there before its version")
    func endpoints() throws {
        let old = try Self.inquirer("15.1.6-ee")
        #expect(old.send("GET", "metadata").status == 404)
        #expect(old.send("GET", "version").status == 200)
        #expect(old.send("GET", "personal_access_tokens/self").status == 404)
        let new = try Self.inquirer(.v15)
        #expect(new.send("GET", "metadata").status == 200)
        #expect(new.send("GET", "personal_access_tokens/self").status == 200)
    }

    @Test(
        "a field is missing before its version and below its tier, in lists and alone",
        arguments: [
            ("projects/1/merge_requests", "prepared_at", GitLabVersion.v15, Tier.ultimate, false),
            ("projects/1/merge_requests", "prepared_at", .v17, .free, true),
            ("projects/1/merge_requests/1", "prepared_at", .v15, .ultimate, false),
            ("projects/1/merge_requests", "detailed_merge_status", "15.5.0-ee", .ultimate, false),
            ("projects/1/merge_requests", "detailed_merge_status", .v15, .ultimate, true),
            ("projects/1/merge_requests", "imported", .v15, .ultimate, false),
            ("projects/1/merge_requests", "imported", .v17, .ultimate, true),
            ("projects/1/issues", "weight", .v19, .free, false),
            ("projects/1/issues", "weight", .v15, .premium, true),
            ("projects/1/issues/1", "health_status", .v19, .premium, false),
            ("projects/1/issues", "health_status", .v19, .ultimate, true),
            ("projects/1/issues", "epic", .v19, .free, false),
            ("projects/1/issues", "severity", .v15, .free, true),
        ])
    func fields(_ path: String, _ key: String, _ version: GitLabVersion, _ tier: Tier, _ isServed: Bool)
        throws
    {
        let value = try Self.inquirer(version, tier).json(path)
        let objects = value.arrayValue ?? [value]
        #expect(!objects.isEmpty)
        #expect(objects.allSatisfy { ($0[key] != nil) == isServed })
    }

    @Test("embedded objects follow the same versions")
    func embedded() throws {
        let approvals = "projects/1/merge_requests/\(try approved())/approvals"
        let times = { (version: GitLabVersion) throws -> [JSONValue?] in
            let answer = try Self.inquirer(version).json(approvals)
            return (answer["approved_by"]?.arrayValue ?? []).map { $0["approved_at"] }
        }
        #expect(try times(.v17).allSatisfy { $0 == nil } && times(.v17).count > 0)
        #expect(try times(.v19).allSatisfy { $0 != nil })
    }

    @Test("a parameter of a newer version is ignored, a newer value of an older one refused")
    func parameters() throws {
        let old = try Self.inquirer(.v15)
        let new = try Self.inquirer(.v19)
        let ordered = "projects/1/merge_requests?order_by=merged_at"
        #expect(old.send("GET", ordered).status == 400)
        #expect(new.send("GET", ordered).status == 200)
        let named = "projects/1/pipelines?name=nothing"
        let older = try Self.inquirer("15.3.0-ee")
        #expect(try older.all(named).count == older.all("projects/1/pipelines").count)
        #expect(try new.all(named).isEmpty)
        #expect(try Self.inquirer(.v17).send("GET", "projects/1/issues?pagination=keyset").status == 405)
        #expect(new.send("GET", "projects/1/issues?pagination=keyset").status == 200)
    }

    @Test("what happened is the same in every version")
    func history() throws {
        let configuration = { (version: GitLabVersion, tier: Tier) in
            WorldGenerator.Configuration(
                seed: 3, projects: 1, mergeRequestsPerProject: 10, days: 20, end: Inquirer.end,
                version: version, tier: tier)
        }
        let old = try Inquirer.world(configuration(.v15, .free))
        let new = try Inquirer.world(configuration(.v19, .ultimate))
        for kind in World.Kind.allCases { #expect(old.json(kind) == new.json(kind)) }
        #expect(old.version == .v15 && old.tier == .free)
    }

    private func approved() throws -> Int {
        let world = try Self.inquirer(.v18).fake.world
        return try #require(
            world.mergeRequestIIDs(in: 1).first { !world.approvers(of: $0, in: 1).isEmpty })
    }
}
