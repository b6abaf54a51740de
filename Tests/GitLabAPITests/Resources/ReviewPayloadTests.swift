import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing
import WireFormat

@Suite(
    "Bodies that GitLab publishes of reviews",
    .enabled(if: PublishedPayload.isThere, "the collection of published bodies is not beside the package"))
struct ReviewPayloadTests {
    @Test("discussions keep their notes and resolution, and nothing of the code")
    func discussions() throws {
        let discussions: [Discussion] = try PublishedPayload.decode("merge_request_discussions")
        #expect(discussions.map(\.id.rawValue.count) == [40, 40])
        #expect(discussions.map(\.isIndividual) == [false, true])
        #expect(discussions.map { $0.notes.map(\.id) } == [[1128, 1129], [301]])
        #expect(discussions.map(\.isResolvable) == [true, false])
        #expect(discussions.map(\.isResolved) == [false, false])
        #expect(discussions[0].resolvedAt == nil)
        for word in ["booking.rb", "app/", "588440f66559714280628a4f9799f0c4eb880a4a"] {
            #expect(!String(reflecting: discussions).contains(word))
        }
    }

    @Test("reviewers keep their state and when they were asked")
    func reviewers() throws {
        let reviewers: [MergeRequestReviewer] = try PublishedPayload.decode("merge_request_reviewers")
        #expect(reviewers.first?.user.username == "jdoe" && reviewers.first?.state == .unreviewed)
        #expect(reviewers.first?.createdAt == instant("2026-01-16T07:05:17.070Z"))
    }

    @Test("approval rules keep what they ask and what they have got")
    func rules() throws {
        let state: MergeRequestApprovalState = try PublishedPayload.decode("merge_request_approval_state")
        #expect(state.isOverwritten)
        let rule = try #require(state.rules.first)
        #expect(rule.name == "Ruby" && rule.type == .regular && rule.approvalsRequired == 2)
        #expect(rule.eligibleApprovers.map(\.id) == [4] && rule.approvedBy.map(\.id) == [4])
        #expect(!rule.isApproved && !rule.isOverridden)
    }

    @Test("an issue of another tracker is known by its name")
    func linkedIssues() throws {
        let own: [LinkedIssue] = try PublishedPayload.decode("merge_request_closes_issues")
        #expect(own.map(\.issue?.iid) == [6])
        let external: [LinkedIssue] = try PublishedPayload.decode("merge_request_closes_issues_external")
        #expect(external == [.external("PROJECT-123")] && external[0].issue == nil)
    }

    @Test("a text is answered with a note, quick actions alone with what they did")
    func outcomes() throws {
        let created: NoteOutcome = try PublishedPayload.decode("merge_request_note_created")
        #expect(created.note?.id == 303 && created.note?.body == "Hello")
        let commands: NoteOutcome = try PublishedPayload.decode("note_commands_only_202")
        guard case .commands(let outcome) = commands else {
            Testing.Issue.record("no note was made")
            return
        }
        #expect(outcome.summary == ["Added ~x label."] && commands.note == nil)
    }

    @Test("a merge request fetched alone keeps what lists leave out")
    func single() throws {
        let single: MergeRequest = try PublishedPayload.decode("merge_request_single")
        #expect(single.fullReference == "my-group/my-project!14" && single.isSubscribed == false)
        #expect(single.mergeStatus == .canBeMerged && single.forcesSourceBranchRemoval == false)
        #expect(single.taskCompletion?.count == 0 && single.importedFrom == "none")
        #expect(single.allowsCollaboration == false && single.approvalsBeforeMerge == nil)
        #expect(single.isDiscussionLocked == nil && single.removesSourceBranch == nil)
        #expect(single.comparison?.headSHA == single.sha && single.comparison?.baseSHA != nil)
        #expect(single.canUserMerge != nil && single.mergeError == nil && single.mergeAfter == nil)
    }
}

@Suite("Reviews in odd shapes")
struct ReviewShapeTests {
    static let note = #"{"id":1,"body":"ok","created_at":"2026-01-16T05:57:00Z","system":false"#

    @Test("a thread is resolved when all of it that can be is")
    func resolution() throws {
        func discussion(_ states: [String]) throws -> Discussion {
            let notes = states.map { "\(Self.note),\($0)}" }.joined(separator: ",")
            return try decode(#"{"id":"6a9c","individual_note":false,"notes":[\#(notes)]}"#)
        }
        let open = #""resolvable":true,"resolved":false"#
        let done = #""resolvable":true,"resolved":true,"resolved_at":"2026-01-17T05:57:00Z""#
        let plain = #""resolvable":false"#
        #expect(try discussion([done, plain]).isResolved)
        #expect(try discussion([done]).resolvedAt == instant("2026-01-17T05:57:00Z"))
        #expect(try !discussion([done, open]).isResolved)
        #expect(try !discussion([plain]).isResolvable && !discussion([plain]).isResolved)
    }

    @Test("a thread of which no note can be read is reported, not taken for an empty one")
    func unreadable() {
        for notes in ["[]", "null", #"[{"id":"x"}]"#] {
            #expect(throws: DecodingError.self) {
                try decode(#"{"id":"6a9c","notes":\#(notes)}"#, as: Discussion.self)
            }
        }
    }

    @Test("a version of changes is commits and a size, of old versions of GitLab too")
    func versions() throws {
        let version: MergeRequestVersion = try decode(
            #"{"id":110,"head_commit_sha":"33e2","base_commit_sha":"eeb5","start_commit_sha":"eeb5","created_at":"2016-07-26T14:44:48.926Z","merge_request_id":105,"state":"collected","real_size":"1"}"#
        )
        #expect(version.id == 110 && version.mergeRequestID == 105 && version.headSHA == "33e2")
        #expect(version.size == "1" && version.createdAt == instant("2016-07-26T14:44:48.926Z"))
    }

    @Test("a broken GitLab issue is no issue of another tracker")
    func brokenIssue() {
        #expect(throws: DecodingError.self) {
            try decode(#"{"id":76,"iid":6,"title":"x"}"#, as: LinkedIssue.self)
        }
    }
}
