import Foundation
import GitLabVocabulary
import MetricsCore
import WebhookModels

/// What an event does not say of itself: of which instance and project it is, and which delivery it came with.
struct EventContext: Sendable {
    let project: ProjectKey
    /// The same for every attempt at the same sending.
    let delivery: String
    /// When it arrived, in milliseconds since 1970.
    let receivedAt: Int64
    /// What the host keeps.
    let kinds: Set<RecordKind>

    /// The stamp of a fact the event dates. A read that tells of the same second comes after it.
    func stamp(_ updatedAt: Date) -> Stamp {
        Stamp(updatedAt: updatedAt.milliseconds, precision: .second, readBegan: nil)
    }

    /// The stamp of a fact GitLab does not date: it holds until something is read, whenever it arrives.
    var stamp: Stamp { .none }

    func key<Record, ID: NumericID>(_ id: ID) -> RecordKey<Record> {
        RecordKey(project.instance, id.rawValue)
    }

    /// What is to be read anew of the project.
    func refresh(_ subject: RefreshKey.Subject) -> RefreshKey { RefreshKey(project, subject) }
}
