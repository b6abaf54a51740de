public import Foundation
import WireFormat

extension World {
    /// Adds a milestone to a project and returns its id.
    ///
    /// - Parameters:
    ///   - starts: the day it starts on, in UTC.
    ///   - due: the day it is due on, in UTC; it expires with the day's end.
    @discardableResult
    public mutating func addMilestone(
        _ title: String, toProject project: Int, description: String? = nil, starts: Date? = nil,
        due: Date? = nil
    ) -> Int {
        addMilestone(title, parent: project, home: projects[project]?.webURL, description, starts, due)
    }

    /// Adds a milestone to a group, for all projects below it, and returns its id.
    @discardableResult
    public mutating func addMilestone(
        _ title: String, toGroup group: Int, description: String? = nil, starts: Date? = nil,
        due: Date? = nil
    ) -> Int {
        addMilestone(
            title, parent: -group, home: groups[group]?.resource.text("web_url"), description, starts, due)
    }

    private mutating func addMilestone(
        _ title: String, parent: Int, home: String?, _ description: String?, _ starts: Date?, _ due: Date?
    ) -> Int {
        let milestone = Milestone(
            id: sequences.next(.milestone), iid: sequences.next(.milestone, in: parent), parent: parent,
            home: home ?? externalURL, title: title, description: description,
            startDate: starts.map { Instant($0).day }, dueDate: due.map { Instant($0).day }, now: clock)
        milestones.insert(milestone)
        announce("create", milestone: milestone.id)
        return milestone.id
    }

    /// Closes a milestone, or opens it again.
    public mutating func setMilestone(_ id: Int, isClosed: Bool) throws(WorldError) {
        guard let row = milestones[id] else { throw .missing("milestone", id) }
        milestones[id]?.resource["state"] = isClosed ? "closed" : "active"
        milestones[id]?.resource.update(at: clock)
        embedMilestone(id)
        guard (row.state == "closed") != isClosed else { return }
        announce(isClosed ? "close" : "reopen", milestone: id)
    }

    /// Puts an issue into a milestone, or out of every one.
    public mutating func setMilestone(_ milestone: Int?, ofIssue iid: Int, in project: Int, by user: Int)
        throws(WorldError)
    {
        try setMilestone(milestone, of: .issue(try issueID(iid, in: project)), in: project, by: user)
    }

    /// Puts a merge request into a milestone, or out of every one.
    public mutating func setMilestone(
        _ milestone: Int?, ofMergeRequest iid: Int, in project: Int, by user: Int
    ) throws(WorldError) {
        try setMilestone(
            milestone, of: .mergeRequest(try mergeRequestID(iid, in: project)), in: project, by: user)
    }

    private mutating func setMilestone(
        _ milestone: Int?, of noteable: Noteable, in project: Int, by user: Int
    ) throws(WorldError) {
        let before = resource(of: noteable)?.id(of: "milestone")
        guard before != milestone else { return }
        if let milestone, !milestones(in: project).contains(where: { $0.id == milestone }) {
            throw .missing("milestone of project \(project)", milestone)
        }
        let object = milestone.flatMap { milestones[$0] }?.resource.object ?? .null
        update(noteable, by: user) { world in
            world.change(noteable) { $0["milestone"] = object }
            world.recordMilestone(from: before, to: milestone, of: noteable, by: user)
            world.touch(noteable)
        }
    }

    /// The project's own milestones and those of the groups above it.
    func milestones(in project: Int) -> [Milestone] {
        let groups = projects[project].map { ancestors(ofGroup: $0.group) } ?? []
        return milestones.rows(in: project) + groups.flatMap { milestones.rows(in: -$0) }
    }

    /// What is due on a day before today has expired; nothing else says so, `updated_at` stays. O(milestones).
    mutating func expireMilestones() {
        let today = clock.day
        for id in milestones.ids {
            guard let milestone = milestones[id] else { continue }
            let isExpired = milestone.dueDate.map { $0 < today } ?? false
            guard milestone.resource["expired"].boolValue != isExpired else { continue }
            milestones[id]?.resource["expired"] = .bool(isExpired)
            embedMilestone(id)
        }
    }

    /// Shows a milestone's present state in everything that lies in it. O(issues and
    /// merge requests).
    mutating func embedMilestone(_ id: Int) {
        guard let object = milestones[id]?.resource.object else { return }
        issues.updateAll { if $0.resource.id(of: "milestone") == id { $0.resource["milestone"] = object } }
        mergeRequests.updateAll {
            if $0.resource.id(of: "milestone") == id { $0.resource["milestone"] = object }
        }
        milestoneEvents.updateAll {
            if $0.resource.id(of: "milestone") == id { $0.resource["milestone"] = object }
        }
    }
}
