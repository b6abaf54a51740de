import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore

/// What an answer does not say of itself: of which instance and project it is, and when the read of it began.
struct ReadContext: Sendable {
    let project: ProjectKey
    let began: ReadStart
    /// What finds tickets in texts that are not kept.
    var tickets = TicketScanner.standard

    var instance: InstanceID { project.instance }

    /// The stamp of a fact GitLab dates; without a date, of one known only by when it was read.
    func stamp(updatedAt: Date?, precision: Stamp.Precision = .millisecond) -> Stamp {
        guard let updatedAt else { return stamp }
        return Stamp(
            updatedAt: updatedAt.milliseconds, precision: precision, readBegan: began.milliseconds)
    }

    /// The stamp of a fact known only by when it was read.
    var stamp: Stamp { Stamp(readBegan: began.milliseconds) }

    func key<Record, ID: NumericID>(_ id: ID) -> RecordKey<Record> { RecordKey(instance, id.rawValue) }
}

extension Date {
    /// Milliseconds since 1970, as GitLab writes instants.
    var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

    package init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }
}

extension Instant {
    /// Milliseconds since 1970.
    var milliseconds: Int64 { secondsSince1970 * 1000 }

    /// The second in which that millisecond lies.
    init(milliseconds: Int64) {
        self.init(secondsSince1970: Int64((Double(milliseconds) / 1000).rounded(.down)))
    }
}
