import Foundation
import GitLabVocabulary
import Testing
import WebhookModels

@Suite(
    "Events that GitLab publishes",
    .enabled(if: PublishedWebhook.isThere, "the collection of published bodies is not beside the package"))
struct PublishedWebhookTests {
    /// What a body tells, read off it by eye.
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let header: String
        let kind: WebhookKind
        let project: ProjectID?
        let subject: String?
        let action: WebhookAction?
        let instant: String?

        init(
            _ name: String, _ header: String, _ kind: WebhookKind, _ project: ProjectID?, _ subject: String?,
            _ action: WebhookAction?, _ instant: String?
        ) {
            self.name = name
            self.header = header
            self.kind = kind
            self.project = project
            self.subject = subject
            self.action = action
            self.instant = instant
        }

        var testDescription: String { name }
    }

    @Test("every event has its case, project, subject, action and instant", arguments: rows)
    func tellsWhatItIs(row: Row) throws {
        let event = try PublishedWebhook.event(row.name, header: row.header)
        if case .unrecognized = event { Issue.record("not recognised") }
        #expect(event.kind == row.kind)
        #expect(event.projectID == row.project)
        #expect(event.subject == row.subject)
        #expect(event.action == row.action)
        #expect(event.happenedAt == row.instant.flatMap(instant))
    }

    @Test("the table leaves no body out")
    func isComplete() throws {
        #expect(try PublishedWebhook.names() == Self.rows.map(\.name).sorted())
    }

    @Test("every event at rest is read again as it was, but for texts", arguments: rows)
    func survivesRest(row: Row) throws {
        let event = try PublishedWebhook.event(row.name, header: row.header)
        let rest = try event.atRest()
        let again = try WebhookEvent(atRest: rest)
        #expect(again == event.withoutTexts)
        #expect(try again.atRest() == rest)
    }
}
