import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite("The last word")
struct LastWordTests {
    /// A world people work on while hooks listen, and everything that was told.
    static func churned(_ seed: UInt64) throws -> World {
        var world = try Inquirer.small(mergeRequests: 12).fake.world
        world.addSystemHook("https://listener.test/")
        var churn = Churn(seed: seed, changes: Churn.heard)
        for step in 0..<400 {
            world.now = Inquirer.end + Double(step) * 40
            churn.step(&world)
        }
        return world
    }

    @Test(
        "what was told last of a merge request, an issue, a pipeline or a deployment is how it stands",
        arguments: [UInt64(1), 2, 3])
    func convergence(_ seed: UInt64) throws {
        let world = try Self.churned(seed)
        var told: [String: JSONValue] = [:]
        for body in world.announcements.compactMap(\.body) {
            let attributes = body["object_attributes"] ?? .null
            switch body["object_kind"]?.stringValue {
            case "merge_request": told["!\(attributes["id"] ?? .null)"] = attributes
            case "issue", "work_item": told["#\(attributes["id"] ?? .null)"] = attributes
            case "pipeline": told["pipeline \(attributes["id"] ?? .null)"] = attributes
            case "deployment": told["deployment \(body["deployment_id"] ?? .null)"] = body
            case "note":
                if let row = body["merge_request"] { told["!\(row["id"] ?? .null)"] = row }
                if let row = body["issue"] { told["#\(row["id"] ?? .null)"] = row }
            default: break
            }
        }
        #expect(told.count > 60)
        for (kind, sign) in [(World.Kind.mergeRequests, "!"), (.issues, "#")] {
            for object in world.objects(kind) {
                guard let last = told["\(sign)\(object["id"] ?? .null)"] else { continue }
                #expect(
                    Self.words(ofHook: last) == Self.words(ofREST: object), "\(sign)\(object["iid"] ?? .null)"
                )
            }
        }
        for (kind, word) in [(World.Kind.pipelines, "pipeline"), (.deployments, "deployment")] {
            for object in world.objects(kind) {
                guard let last = told["\(word) \(object["id"] ?? .null)"] else { continue }
                #expect(last["status"] == object["status"])
            }
        }
    }

    @Test("whatever moved was told of, but pipelines of blocked users", arguments: [UInt64(4), 5])
    func completeness(_ seed: UInt64) throws {
        let before = try Inquirer.small(mergeRequests: 12).fake.world
        let world = try Self.churned(seed)
        let text = world.announcements.compactMap(\.body).reduce(into: Set<String>()) { ids, body in
            for part in [body["object_attributes"], body["merge_request"], body["issue"]] {
                if let url = part?["url"]?.stringValue { ids.insert(String(url.prefix { $0 != "#" })) }
            }
        }
        for kind in [World.Kind.mergeRequests, .issues, .pipelines] {
            let old = Dictionary(uniqueKeysWithValues: before.objects(kind).map { ($0["id"], $0) })
            for object in world.objects(kind) where old[object["id"]] != object {
                guard object["updated_at"] != old[object["id"]]?["updated_at"] else { continue }
                let user = object["id"]?.intValue.flatMap { world.pipelineObject($0) }?["user"]
                if kind == .pipelines, user?["state"] == "blocked" { continue }
                #expect(
                    text.contains(object["web_url"]?.stringValue ?? ""), "\(kind) \(object["id"] ?? .null)")
            }
        }
    }

    /// What hooks and REST both say of a merge request or an issue.
    private static func words(ofHook body: JSONValue) -> [String: JSONValue] {
        [
            "author": body["author_id"] ?? .null, "title": body["title"] ?? .null,
            "state": body["state"] ?? .null,
            "description": body["description"] ?? .null, "draft": body["draft"] ?? .null,
            "milestone": body["milestone_id"] ?? .null, "updated_at": body["updated_at"] ?? .null,
            "assignees": body["assignee_ids"] ?? [], "reviewers": body["reviewer_ids"] ?? [],
            "labels": .array((body["labels"]?.arrayValue ?? []).compactMap { $0["title"] }),
            "spent": body["total_time_spent"] ?? .null, "sha": body["last_commit"]?["id"] ?? .null,
            "merged": body["merge_commit_sha"] ?? .null, "status": body["detailed_merge_status"] ?? .null,
        ]
    }

    private static func words(ofREST object: JSONValue) -> [String: JSONValue] {
        func ids(_ key: String) -> JSONValue {
            .array((object[key]?.arrayValue ?? []).compactMap { $0["id"] })
        }
        let moment = object["updated_at"]?.stringValue?.prefix(19).replacing("T", with: " ")
        return [
            "author": object["author"]?["id"] ?? .null, "title": object["title"] ?? .null,
            "state": object["state"] ?? .null,
            "description": object["description"] ?? .null, "draft": object["draft"] ?? .null,
            "milestone": object["milestone"]?["id"] ?? .null,
            "updated_at": JSONValue(moment.map { "\($0) UTC" }),
            "assignees": ids("assignees"), "reviewers": ids("reviewers"), "labels": object["labels"] ?? [],
            "spent": object["time_stats"]?["total_time_spent"] ?? .null, "sha": object["sha"] ?? .null,
            "merged": object["merge_commit_sha"] ?? .null,
            "status": object["detailed_merge_status"] ?? .null,
        ]
    }
}
