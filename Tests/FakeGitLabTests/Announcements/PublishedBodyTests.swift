import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite("Bodies of announcements")
struct PublishedBodyTests {
    static let told = Result { try AnnouncementScene.everything() }

    /// What published bodies have that no current GitLab sends, and what the world has nothing of.
    static let excused: Set<String> = [
        "/merge_request/position", "/merge_request/assignee", "/issue/position", "/issue/branch_name",
        "/object_attributes/assignee",
        // One example shows fields of incidents on an issue.
        "/object_attributes/escalation_status", "/object_attributes/escalation_policy",
        "/assets/links[]/external", "/object_attributes/location/dependency",
        // The source of some examples is a job of a pipeline another project started.
        "/source_pipeline",
    ]

    /// What the descriptions of the shared parts name and no published body of that kind happens to have.
    static let surplus: Set<String> = [
        "emoji/issue/escalation_policy", "emoji/issue/escalation_status", "emoji/issue/start_date",
        "emoji/issue/type", "emoji/merge_request", "note/project/ci_config_path",
        "repository_update/project/ci_config_path", "repository_update/project/id",
        "wiki_page/project/ci_config_path", "work_item/object_attributes/escalation_policy",
        "work_item/object_attributes/escalation_status",
    ]

    /// Which fields changed and which options came with a push is not a matter of the kind.
    static func isExcused(_ path: String) -> Bool {
        excused.contains(path) || path.hasPrefix("/changes/") || path.hasPrefix("/push_options/")
    }

    @Test(
        "have every key of the published one of their kind, as the same type",
        .enabled(if: PublishedBody.areThere, "../shared is not there"), arguments: PublishedBody.names)
    func keys(_ name: String) throws {
        guard !name.hasPrefix("system/subscription") else { return }
        let published = try PublishedBody.named(name)
        let isSystem = name.hasPrefix("system/")
        let twins = try Self.told.get().compactMap { isSystem ? $0.systemBody : $0.body }
            .filter { $0.signature == published.signature }
        #expect(!twins.isEmpty, "nothing was told like \(published.signature)")
        let misfits = twins.map { twin in twin.misfits(to: published).filter { !Self.isExcused($0) } }
        // Of several of a kind one must have all of it: labels, reviewers and the like are not everywhere.
        let best = misfits.min { $0.count < $1.count } ?? []
        #expect(best.isEmpty, "\(name) lacks \(best)")
    }

    @Test(
        "have no key that none of the published of their kind has",
        .enabled(if: PublishedBody.areThere, "../shared is not there"))
    func surplus() throws {
        let published = try PublishedBody.names.map { try PublishedBody.named($0) }
        var surplus: Set<String> = []
        for body in try Self.told.get().flatMap({ [$0.body, $0.systemBody] }).compactMap(\.self) {
            let kind = body["object_kind"] ?? body["event_name"]
            let twins = published.filter { $0["object_kind"] ?? $0["event_name"] == kind }
            let lacking = twins.map { Set($0.misfits(to: body)) }
            guard let first = lacking.first else { continue }
            let all = lacking.dropFirst().reduce(first) { $0.intersection($1) }
            surplus.formUnion(all.map { "\(kind?.stringValue ?? "")\($0)" })
        }
        #expect(surplus.filter { !$0.contains("/changes/") }.subtracting(Self.surplus).sorted() == [])
    }

    @Test("are of a header and a switch that belong together, and name a place for who hears them")
    func places() throws {
        for announcement in try Self.told.get() {
            if announcement.body != nil {
                #expect(announcement.trigger != nil, "\(announcement.name)")
                #expect((announcement.project ?? announcement.group) != nil, "\(announcement.name)")
                #expect(announcement.header != "System Hook")
            } else {
                #expect(announcement.systemBody != nil && announcement.header == "System Hook")
            }
        }
    }

    @Test("hold no address of e-mail that is not public, but in commits")
    func privacy() throws {
        for announcement in try Self.told.get() {
            let text = String(decoding: announcement.anyBody.withoutCommits.serialized(), as: UTF8.self)
            #expect(!text.contains("@example.com"), "\(announcement.name)")
        }
    }

    @Test("have their dates in the forms of their kind")
    func dates() throws {
        let pattern = /\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} UTC/
        for body in try Self.told.get().compactMap(\.body) where body["object_kind"] == "merge_request" {
            for key in ["created_at", "updated_at", "actioned_at", "prepared_at"] {
                let text = body["object_attributes"]?[key]?.stringValue ?? ""
                #expect(text.wholeMatch(of: pattern) != nil, "\(key) \(text)")
            }
        }
    }
}

extension JSONValue {
    /// What kind of body it is: kind, event and action.
    fileprivate var signature: String {
        let attributes = self["object_attributes"]
        let parts: [JSONValue?] = [
            self["object_kind"] ?? self["event_name"], attributes?["action"] ?? self["action"],
            self["object_kind"] == "build" ? nil : attributes?["status"] ?? self["status"],
            self["object_kind"] == "note" ? attributes?["noteable_type"] : nil,
            self["event_name"] == "repository_update" ? nil : attributes?["awardable_type"],
            self["group"] == nil ? nil : "group",
        ]
        return parts.compactMap { $0?.stringValue }.joined(separator: " ")
    }

    fileprivate var withoutCommits: JSONValue {
        var copy = self
        for key in ["commit", "commits"] { copy[key] = nil }
        for key in ["object_attributes", "merge_request"] where copy[key] != nil {
            copy[key]?["last_commit"] = nil
        }
        return copy
    }
}
