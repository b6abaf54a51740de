public import Foundation
import WireFormat

extension World {
    /// Books time on an issue and returns the time log's id.
    ///
    /// - Parameters:
    ///   - seconds: negative to take time back.
    ///   - date: when the work was done; now unless given.
    @discardableResult
    public mutating func spend(
        _ seconds: Int, onIssue iid: Int, in project: Int, by user: Int, at date: Date? = nil,
        summary: String? = nil
    ) throws(WorldError) -> Int {
        spend(seconds, on: .issue(try issueID(iid, in: project)), in: project, by: user, date, summary)
    }

    /// Books time on a merge request and returns the time log's id.
    @discardableResult
    public mutating func spend(
        _ seconds: Int, onMergeRequest iid: Int, in project: Int, by user: Int, at date: Date? = nil,
        summary: String? = nil
    ) throws(WorldError) -> Int {
        let id = try mergeRequestID(iid, in: project)
        return spend(seconds, on: .mergeRequest(id), in: project, by: user, date, summary)
    }

    /// Estimates the time an issue takes, in seconds; 0 removes the estimate.
    public mutating func estimate(_ seconds: Int, forIssue iid: Int, in project: Int, by user: Int)
        throws(WorldError)
    {
        estimate(seconds, for: .issue(try issueID(iid, in: project)), by: user)
    }

    /// Estimates the time a merge request takes, in seconds; 0 removes the estimate.
    public mutating func estimate(_ seconds: Int, forMergeRequest iid: Int, in project: Int, by user: Int)
        throws(WorldError)
    {
        estimate(seconds, for: .mergeRequest(try mergeRequestID(iid, in: project)), by: user)
    }

    /// Removes one booking.
    public mutating func deleteTimelog(_ id: Int) throws(WorldError) {
        guard let row = timelogs[id] else { throw .missing("time log", id) }
        timelogs.remove(id)
        update(row.noteable, by: row.user) { world in
            world.sumTime(of: row.noteable)
            world.touch(row.noteable)
        }
    }

    private mutating func spend(
        _ seconds: Int, on noteable: Noteable, in project: Int, by user: Int, _ date: Date?,
        _ summary: String?
    ) -> Int {
        let id = sequences.next(.timelog)
        let spentAt = date.map { Instant($0) } ?? clock
        timelogs.insert(
            Timelog(
                id: id, noteable: noteable, project: project, user: user, spentAt: spentAt, seconds: seconds,
                summary: summary, now: clock))
        let verb = seconds < 0 ? "subtracted" : "added"
        let day = date == nil ? "" : " at \(spentAt.day)"
        update(noteable, by: user) { world in
            world.sumTime(of: noteable)
            world.addSystemNote(
                on: noteable, by: user,
                body: "\(verb) \(TimeStats.text(abs(seconds)) ?? "0h") of time spent\(day)",
                action: "time_tracking")
            world.touch(noteable)
        }
        return id
    }

    private mutating func estimate(_ seconds: Int, for noteable: Noteable, by user: Int) {
        let spent = timelogs.rows(in: noteable.parent).map(\.seconds).reduce(0, +)
        let text = TimeStats.text(seconds)
        update(noteable, by: user) { world in
            world.change(noteable) { $0["time_stats"] = TimeStats.object(estimate: seconds, spent: spent) }
            world.addSystemNote(
                on: noteable, by: user,
                body: text.map { "changed time estimate to \($0)" } ?? "removed time estimate",
                action: "time_tracking")
            world.touch(noteable)
        }
    }

    /// Writes the sum of what is booked.
    mutating func sumTime(of noteable: Noteable) {
        let estimate = resource(of: noteable)?["time_stats"]["time_estimate"]?.intValue ?? 0
        let spent = timelogs.rows(in: noteable.parent).map(\.seconds).reduce(0, +)
        change(noteable) { $0["time_stats"] = TimeStats.object(estimate: estimate, spent: spent) }
    }

    /// Ids of what is booked on an issue, in order of booking.
    public func timelogIDs(ofIssue iid: Int, in project: Int) -> [Int] {
        issues.id(iid: iid, in: project).map { timelogs.ids(in: -$0) } ?? []
    }

    /// Ids of what is booked on a merge request, in order of booking.
    public func timelogIDs(ofMergeRequest iid: Int, in project: Int) -> [Int] {
        mergeRequests.id(iid: iid, in: project).map { timelogs.ids(in: $0) } ?? []
    }

    /// Who booked how many seconds, and when the work was done.
    public func timelog(_ id: Int) -> (user: Int, seconds: Int, spentAt: Date)? {
        timelogs[id].map { ($0.user, $0.seconds, $0.spentAt.date) }
    }
}
