import Foundation
import Testing
import WireFormat

@testable import FakeGitLab

@Suite("Generated worlds are consistent")
struct ConsistencyTests {
    static let seeds: [UInt64] = [1, 2, 3, 4, 5]

    static func configuration(_ seed: UInt64) -> WorldGenerator.Configuration {
        .init(seed: seed, projects: 3, mergeRequestsPerProject: 40, days: 40, end: Inquirer.end)
    }

    static func world(_ seed: UInt64) throws -> World {
        try Inquirer.world(configuration(seed))
    }

    @Test("merge requests agree with their notes, states and commits", arguments: seeds)
    func mergeRequests(_ seed: UInt64) throws {
        let world = try Self.world(seed)
        for row in world.mergeRequests.ids.compactMap({ world.mergeRequests[$0] }) {
            let notes = world.mergeRequestNotes.rows(in: row.id)
            #expect(row.resource["user_notes_count"].intValue == notes.filter { !$0.isSystem }.count)
            #expect((row.state == "merged") == (row.mergedAt != nil))
            #expect((row.state == "closed") == !row.resource["closed_at"].isNull)
            #expect(row.resource.createdAt <= row.resource.updatedAt && row.resource.updatedAt <= world.clock)
            #expect(row.resource["draft"].boolValue == row.title.hasPrefix("Draft: "))
            #expect(notes.allSatisfy { $0.resource.createdAt >= row.resource.createdAt })
            let states = world.stateEvents.rows(in: row.id).compactMap { $0.resource.text("state") }
            #expect(
                states.last ?? "opened" == (row.state == "opened" && !states.isEmpty ? "reopened" : row.state)
            )
            guard let mergedAt = row.mergedAt else { continue }
            #expect(mergedAt >= row.resource.createdAt)
            let repository = try #require(world.repositories[row.parent])
            let landed = try #require(row.landedSHA)
            #expect(repository.places[landed] != nil, "what landed is on main")
            if row.resource["squash_commit_sha"].isNull {
                #expect(row.commits.allSatisfy { repository.places[$0] != nil })
            }
        }
    }

    @Test(
        "deployments carry what landed before they ended, each merge request once per environment",
        arguments: seeds)
    func deployments(_ seed: UInt64) throws {
        let world = try Self.world(seed)
        for environment in world.environments.ids {
            var carried: Set<Int> = []
            let rows = world.deployments.ids.compactMap { world.deployments[$0] }.filter {
                $0.environment == environment
            }
            for row in rows {
                #expect((row.finishedAt == nil) == (row.status == "running"))
                for id in row.mergeRequests {
                    let merged = try #require(world.mergeRequests[id]?.mergedAt)
                    let finished = try #require(row.finishedAt)
                    #expect(merged <= finished)
                    #expect(carried.insert(id).inserted)
                }
            }
        }
    }

    @Test("pipelines that ended have times in order", arguments: seeds)
    func pipelines(_ seed: UInt64) throws {
        let world = try Self.world(seed)
        for row in world.pipelines.ids.compactMap({ world.pipelines[$0] }) {
            guard let finished = row.finishedAt, let started = row.startedAt else { continue }
            #expect(row.resource.createdAt <= started && started <= finished && row.workedSeconds >= 0)
        }
    }

    @Test("the case book of real projects is in them")
    func variety() throws {
        let world = try Self.world(11)
        let rows = world.mergeRequests.ids.compactMap { world.mergeRequests[$0] }
        #expect(Set(rows.map(\.state)) == ["opened", "closed", "merged"])
        #expect(rows.contains { !$0.resource["squash_commit_sha"].isNull })
        #expect(rows.contains { $0.mergedAt != nil && $0.resource["merge_commit_sha"].isNull })
        #expect(rows.contains { $0.sourceProject != $0.parent })
        #expect(rows.contains { $0.resource.id(of: "author") == World.ghost })
        #expect(rows.contains { $0.resource["description"].isNull })
        #expect(rows.contains { $0.approvals.isEmpty && $0.mergedAt != nil })
        #expect(rows.contains { $0.isDraft })
        let bodies = world.mergeRequestNotes.ids.compactMap {
            world.mergeRequestNotes[$0]?.resource.text("body")
        }
        for phrase in [
            "requested review from @", "marked this merge request as **ready**",
            "approved this merge request",
            "unapproved this merge request", "added 2 commits",
        ] { #expect(bodies.contains { $0.hasPrefix(phrase) }, "\(phrase)") }
        let deployments = world.deployments.ids.compactMap { world.deployments[$0] }
        #expect(Set(deployments.map(\.status)).isSuperset(of: ["success", "failed", "canceled"]))
        #expect(deployments.contains { $0.resource["deployable"].isNull })
        let reviews = rows.flatMap(\.reviews)
        #expect(
            Set(reviews.map(\.state)).isSuperset(of: [
                "unreviewed", "reviewed", "requested_changes", "approved", "unapproved",
            ]))
        #expect(Set(world.projectIDs.map { world.approvalsRequired(in: $0) }) == [0, 1, 2])
        #expect(rows.contains { $0.versions.count > 1 })
        let notes = world.mergeRequestNotes.ids.compactMap { world.mergeRequestNotes[$0] }
        #expect(notes.contains { $0.isResolved } && notes.contains { $0.isResolvable && !$0.isResolved })
        #expect(Set(notes.map(\.discussion)).count < notes.count)
        #expect(notes.contains { $0.isInternal })
        #expect(notes.contains { !$0.isSystem && $0.resource.updatedAt > $0.resource.createdAt })
        let issues = world.issues.ids.compactMap { world.issues[$0] }
        #expect(issues.contains { $0.resource.text("issue_type") == "incident" })
    }

    @Test("reviews, approvals, threads and versions agree with each other", arguments: seeds)
    func reviews(_ seed: UInt64) throws {
        let world = try Self.world(seed)
        for row in world.mergeRequests.ids.compactMap({ world.mergeRequests[$0] }) {
            let reviewers = row.resource["reviewers"].arrayValue?.compactMap { $0["id"]?.intValue } ?? []
            #expect(row.reviews.map(\.user) == reviewers)
            #expect(row.versions.last?.head == row.commits.last)
            #expect(row.versions.map(\.createdAt) == row.versions.map(\.createdAt).sorted())
            if row.mergedAt != nil, row.resource.id(of: "author") != World.ghost {
                let deleted = world.users.ids.contains(row.author) ? 0 : 1
                #expect(world.approvalsLeft(of: row) <= 1 + deleted)
            }
            let notes = world.mergeRequestNotes.rows(in: row.id)
            #expect(notes.allSatisfy { $0.isSystem == ($0.action != nil) })
            let isBlocked = notes.contains { $0.isResolvable && !$0.isResolved }
            #expect(row.resource["blocking_discussions_resolved"].boolValue == !isBlocked)
            for thread in Dictionary(grouping: notes, by: \.discussion).values {
                #expect(Set(thread.map(\.type)).count == 1 && Set(thread.map(\.isResolved)).count <= 2)
            }
            let labels = row.resource["labels"].arrayValue?.compactMap(\.stringValue) ?? []
            let events = world.labelEvents.rows(in: row.id).map(\.resource)
            let carried = events.reduce(into: Set<String>()) { carried, event in
                guard let name = event["label"]["name"]?.stringValue else { return }
                if event.text("action") == "add" { carried.insert(name) } else { carried.remove(name) }
            }
            #expect(carried == Set(labels))
        }
    }

    @Test("long merge requests take pages of everything, and leave the others as they are")
    func longMergeRequests() throws {
        var configuration = Self.configuration(3)
        configuration.longMergeRequestsPerProject = 1
        let world = try WorldGenerator(configuration).world()
        let long = world.mergeRequests.rows(in: 1).filter { $0.title.hasPrefix("Rewrite") }
        #expect(long.count == 1)
        for row in long {
            #expect(world.mergeRequestNotes.ids(in: row.id).count > 200 && row.commits.count > 100)
            #expect(world.discussionIDs(on: row.iid, in: 1).count > 100 && row.versions.count > 100)
        }
        let plain = try Self.world(3)
        let titles = { (world: World) in
            world.mergeRequests.rows(in: 1).map(\.title).filter { !$0.hasPrefix("Rewrite") }
        }
        #expect(titles(world) == titles(plain))
    }

    @Test("equal seeds give equal bytes, other seeds other worlds")
    func determinism() throws {
        let (first, other) = (try Self.world(1), try Self.world(2))
        let again = try WorldGenerator(Self.configuration(1)).world()
        for kind in World.Kind.allCases { #expect(first.json(kind) == again.json(kind), "\(kind)") }
        #expect(first.json(.mergeRequests) != other.json(.mergeRequests))
    }
}
