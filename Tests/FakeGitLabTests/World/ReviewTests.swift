import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite("Reviews, threads, approvals and what is noted of them")
struct ReviewTests {
    static let request = "projects/1/merge_requests/1"

    /// One open merge request by user 1, reviewed by user 2.
    static func inquirer() throws -> (Inquirer, VirtualTime) {
        let (inquirer, time) = try WorldTests.inquirer()
        try inquirer.fake.change { try $0.requestReview(of: 1, in: 1, from: [2], by: 1) }
        return (inquirer, time)
    }

    @Test("a reviewer's state follows what the reviewer does")
    func states() throws {
        let (inquirer, _) = try Self.inquirer()
        func state() -> [String] { inquirer.fake.world.reviewStates(of: 1, in: 1).map(\.state) }
        #expect(state() == ["unreviewed"])
        try inquirer.fake.change { try $0.review(1, in: 1, by: 2, body: "See below") }
        #expect(state() == ["reviewed"])
        try inquirer.fake.change { try $0.review(1, in: 1, by: 2, requestsChanges: true) }
        #expect(state() == ["requested_changes"])
        try inquirer.fake.change { try $0.approve(1, in: 1, by: 2) }
        #expect(state() == ["approved"])
        try inquirer.fake.change { try $0.unapprove(1, in: 1, by: 2) }
        #expect(state() == ["unapproved"])
        try inquirer.fake.change { try $0.requestReviewAgain(of: 1, in: 1, from: 2, by: 1) }
        #expect(state() == ["unreviewed"])
        try inquirer.fake.change { try $0.removeReviewer(2, of: 1, in: 1, by: 1) }
        #expect(state().isEmpty)
        let notes = try inquirer.all("\(Self.request)/notes?sort=asc&activity_filter=only_activity")
        #expect(
            notes.compactMap { $0["body"]?.stringValue } == [
                "requested review from @grace", "requested changes", "approved this merge request",
                "unapproved this merge request", "requested review from @grace",
                "removed review request for @grace",
            ])
    }

    @Test("a merge request into a project that requires approvals is not merged without them")
    func requiredApprovals() throws {
        let (inquirer, _) = try Self.inquirer()
        func status() throws -> JSONValue? { try inquirer.json(Self.request)["detailed_merge_status"] }
        try inquirer.fake.change { world in
            try world.setDraft(false, of: 1, in: 1, by: 1)
            world.requireApprovals(2, in: 1)
        }
        #expect(try status() == "not_approved")
        #expect(throws: WorldError.self) { try inquirer.fake.change { try $0.merge(1, in: 1, by: 1) } }
        for (user, left) in [(2, 1), (3, 0)] {
            try inquirer.fake.change { try $0.approve(1, in: 1, by: user) }
            let approvals = try inquirer.json("\(Self.request)/approvals")
            #expect(approvals["approvals_required"] == 2 && approvals["approvals_left"]?.intValue == left)
            #expect(approvals["approved"] == .bool(left == 0))
        }
        #expect(try status() == "mergeable")
        try inquirer.fake.change { try $0.merge(1, in: 1, by: 1) }
        #expect(try status() == "not_open")
    }

    @Test("on Free nothing requires approvals")
    func freeApprovals() throws {
        let (inquirer, _) = try Self.inquirer()
        try inquirer.fake.change { world in
            world.tier = .free
            world.requireApprovals(2, in: 1)
            try world.setDraft(false, of: 1, in: 1, by: 1)
            try world.merge(1, in: 1, by: 1)
        }
        #expect(try inquirer.json(Self.request)["state"] == "merged")
    }

    @Test("a thread blocks until it is resolved, and says so")
    func threads() throws {
        let (inquirer, _) = try Self.inquirer()
        func blocks() throws -> Bool {
            try inquirer.json(Self.request)["blocking_discussions_resolved"] == false
        }
        let note = try inquirer.fake.change { world in
            try world.comment(on: 1, in: 1, by: 2, body: "Why?", type: "DiffNote")
        }
        #expect(try blocks())
        try inquirer.fake.change { try $0.reply(to: note, by: 1, body: "Because") }
        try inquirer.fake.change { try $0.resolveThread(of: note, by: 1) }
        #expect(try !blocks())
        let notes = try inquirer.all("\(Self.request)/notes?sort=asc")
        #expect(notes.map { $0["resolved"] ?? nil } == [nil, true, true, nil])
        #expect(notes.last?["body"] == "resolved all threads")
        #expect(notes[1]["position"]?["new_path"] != nil, "what clients must drop is there")
        try inquirer.fake.change { try $0.resolveThread(of: note, by: 1, isResolved: false) }
        #expect(try blocks())
        try inquirer.fake.change { try $0.deleteNote(note) }
        #expect(try blocks(), "the answer is still open")
    }

    @Test("an answer makes a thread of a plain comment")
    func answers() throws {
        let (inquirer, _) = try Self.inquirer()
        try inquirer.fake.change { world in
            let note = try world.comment(on: 1, in: 1, by: 2, body: "Hm")
            try world.reply(to: note, by: 1, body: "What?")
        }
        let comments = try inquirer.all("\(Self.request)/notes?activity_filter=only_comments")
        #expect(comments.map { $0["type"] } == ["DiscussionNote", "DiscussionNote"])
        #expect(try inquirer.json(Self.request)["user_notes_count"] == 2)
    }

    @Test("an edit moves the note's updated_at and nothing else of it")
    func edits() async throws {
        let (inquirer, time) = try Self.inquirer()
        let note = try inquirer.fake.change { try $0.comment(on: 1, in: 1, by: 2, body: "Helo") }
        func read() throws -> JSONValue {
            try #require(
                try inquirer.all("\(Self.request)/notes").first { $0["id"]?.intValue == note })
        }
        let before = try read()
        try await time.sleep(for: .seconds(5))
        try inquirer.fake.change { try $0.editNote(note, body: "Hello") }
        let after = try read()
        #expect(after["updated_at"] != before["updated_at"] && after["body"] == "Hello")
        #expect(after["created_at"] == before["created_at"])
        #expect(throws: WorldError.self) {
            try inquirer.fake.change { try $0.editNote(1, body: "a system note") }
        }
    }
}
