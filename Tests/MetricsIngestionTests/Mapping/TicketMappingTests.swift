import Foundation
import GitLabAPI
import MetricsCore
import MetricsStorage
import Testing
import WireFormat

@testable import MetricsIngestion

@Suite("Tickets that texts name become part of records, the texts do not")
struct TicketMappingTests {
    static let texts = [
        "", "Nothing of note: UTF-8, v1.2.3", "Closes #12, #13 and ABC-1",
        "Fixes group/app#3\n\nSee !4 and AB#5",
        "`#1` ```\n<!-- Closes #2 --> OPS-3", "CANARY https://gl.test/acme/app/-/issues/12?x=CANARY",
        "修复ABC-7问题 ❤ #8",
        "Title ABC-1\r\n\r\nCloses ABC-1\nSee merge request acme/app!7", "#2 #10 #1",
    ]

    let context = ReadContext(
        project: ProjectKey("one", 5), began: ReadStart(milliseconds: 1_700_000_000_500))

    private func decode<Model: Decodable>(_ json: JSONValue) throws -> Model {
        try JSON.decode(Model.self, from: Data(json.serialized()))
    }

    private func rest(_ description: JSONValue) throws -> MergeRequest {
        var json = MappingTests.mergeRequest
        json["description"] = description
        return try decode(json)
    }

    private func node(_ description: JSONValue) throws -> MergeRequestNode {
        try decode([
            "id": "gid://gitlab/MergeRequest/70", "iid": "7", "projectId": 5, "title": "Fix",
            "description": description, "state": "opened", "draft": true, "createdAt": "2023-11-14T10:00:00Z",
            "updatedAt": "2023-11-14T11:00:00Z", "sourceBranch": "fix", "targetBranch": "main",
        ])
    }

    @Test("REST and GraphQL tell the same of a description", arguments: texts)
    func descriptions(text: String) throws {
        let tickets = TicketScanner.standard.mentions(in: text, of: .description).sorted()
        let records = [try rest(.string(text)).record(context), try node(.string(text)).record(context)]
        for record in records {
            #expect(record.tickets?.value == tickets)
            #expect(record.tickets?.stamp == record.summary?.stamp)
            #expect(!String(decoding: try JSONEncoder().encode(record), as: UTF8.self).contains("CANARY"))
        }
    }

    @Test("No description names none, which is known")
    func none() throws {
        #expect(try rest(.null).record(context).tickets?.value == [])
        #expect(try node(.null).record(context).tickets?.value == [])
    }

    @Test("REST and GraphQL tell the same of a message: what its title does not", arguments: texts)
    func messages(text: String) throws {
        let title = String(text.prefix { !$0.isNewline })
        let rest: Commit = try decode([
            "id": "abc", "title": .string(title), "message": .string(text), "author_name": "Ann",
            "authored_date": "2023-11-14T10:00:00Z", "committed_date": "2023-11-14T10:00:00Z",
        ])
        let node: CommitNode = try decode([
            "sha": "abc", "title": .string(title), "message": .string(text), "authorName": "Ann",
            "authoredDate": "2023-11-14T10:00:00Z", "committedDate": "2023-11-14T10:00:00Z",
        ])
        let facts = rest.record(context).facts
        #expect(node.record(context)?.facts == facts)
        let both = Set(facts.value.tickets).union(
            TicketScanner.standard.mentions(in: title, of: .commitTitle))
        #expect(both.isSuperset(of: TicketScanner.standard.mentions(in: text, of: .commitMessage)))
        if title == text { #expect(facts.value.tickets == []) }
    }

    @Test("A message says more than its title where it closes, or where GitLab cut the title short")
    func beyondTitle() {
        func tickets(_ message: String, _ title: String) -> [String] {
            context.tickets(inMessage: message, beyond: title).map {
                "\($0.ticket.reference) \($0.isClosing)"
            }
        }
        #expect(tickets("About #1, #2\n\nCloses #1, see #3", "About #1, #2") == ["#1 true", "#3 false"])
        #expect(tickets("A long way to OPS-9", "A long way…") == ["OPS-9 false"])
        #expect(context.tickets(inMessage: nil, beyond: "ABC-1") == [])
    }

    @Test("The host's scanner is asked where it is given")
    func hosts() throws {
        let pattern = try TicketPattern(#"CASE \d+"#, tracker: "desk")
        let context = ReadContext(
            project: context.project, began: context.began,
            tickets: TicketScanner(trackers: [], pattern: pattern))
        let record = try rest("Closes CASE 7 and ABC-1").record(context)
        #expect(record.tickets?.value == [TicketMention(TicketKey("desk", "CASE 7"), isClosing: true)])
        let configuration = Backfill.Configuration(tickets: context.tickets)
        #expect(configuration.tickets.pattern == pattern && Backfill.Configuration().tickets == .standard)
    }

    @Test("A webhook, of which no description is kept, leaves what a read told")
    func webhook() async throws {
        let lab = ReceiverLab()
        var read = MergeRequestRecord(id: lab.mergeRequest, project: lab.project)
        let tickets = [TicketMention(TicketKey(.jira, "ABC-1"))]
        read.tickets = Register(tickets, stamp: Stamp(readBegan: 1))
        await lab.storage.merge(RecordSet([read]))
        try await lab.ingest(Bodies.mergeRequest("update", attributes: ["description": "Closes #9"]))
        let record = try #require(await lab.records.mergeRequests[lab.mergeRequest])
        #expect(record.tickets?.value == tickets && record.summary != nil)
    }
}
