import Foundation
import GitLabVocabulary

/// What every event can be asked; `WebhookEvent` answers from its case.
protocol EventPayload: Codable, Hashable, Sendable {
    var projectID: ProjectID? { get }
    var projectPath: String? { get }
    var groupID: GroupID? { get }
    var action: WebhookAction? { get }
    var happenedAt: Date? { get }
    var subject: String? { get }
    var actor: WebhookUser? { get }

    /// Leaves out what was written by people and is not kept at rest.
    mutating func dropTexts()
}

extension EventPayload {
    var projectID: ProjectID? { nil }
    var projectPath: String? { nil }
    var groupID: GroupID? { nil }
    var action: WebhookAction? { nil }
    var happenedAt: Date? { nil }
    var subject: String? { nil }
    var actor: WebhookUser? { nil }
    mutating func dropTexts() {}
}
