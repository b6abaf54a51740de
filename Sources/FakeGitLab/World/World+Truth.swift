public import Foundation
package import WireFormat

/// What a test compares records with: the world's objects, and what REST does not show of them.
extension World {
    /// The kinds of things a world holds.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case users, groups, projects, commits, environments, deployments, pipelines, issues, events, releases,
            jobs
        case labels, milestones, timelogs
        /// Those started by another pipeline of their project, which lists hold only when asked to.
        case childPipelines = "child_pipelines"
        case mergeRequests = "merge_requests"
        case mergeRequestNotes = "merge_request_notes"
        case issueNotes = "issue_notes"
        case stateEvents = "state_events"
        case labelEvents = "label_events"
        case milestoneEvents = "milestone_events"
    }

    /// Every object of a kind as lists serve it, by id, or those of one project. O(n log n).
    package func objects(_ kind: Kind, in project: Int? = nil) -> [JSONValue] {
        func all(_ table: Table<some Stored>) -> [JSONValue] {
            table.ids.compactMap { table[$0]?.resource.object }
        }
        func children(_ table: Table<some Stored>) -> [JSONValue] {
            project.map { table.rows(in: $0).map(\.resource.object) } ?? all(table)
        }
        func inProject(_ table: Table<some Stored>) -> [JSONValue] {
            all(table).filter { project == nil || $0["project_id"]?.intValue == project }
        }
        return switch kind {
        case .users: all(users)
        case .groups: all(groups)
        case .projects: all(projects)
        case .commits: commits(in: project)
        case .environments: children(environments)
        case .deployments: children(deployments)
        case .pipelines: children(pipelines).filter { $0["source"] != "parent_pipeline" }
        case .childPipelines: children(pipelines).filter { $0["source"] == "parent_pipeline" }
        case .issues: children(issues)
        case .events: children(events)
        case .releases: children(releases)
        case .jobs:
            (project.map { [$0] } ?? projects.ids).flatMap { jobs.ids(inProject: $0) }
                .compactMap { jobs[$0] }.filter { !$0.plan.isBridge }.map { self.object($0) }
        case .mergeRequests: children(mergeRequests)
        case .mergeRequestNotes: inProject(mergeRequestNotes)
        case .issueNotes: inProject(issueNotes)
        case .stateEvents: all(stateEvents)
        case .labelEvents: all(labelEvents)
        case .milestoneEvents: all(milestoneEvents)
        case .labels: children(labels)
        case .milestones: children(milestones)
        case .timelogs: inProject(timelogs)
        }
    }

    /// The same as a JSON array.
    public func json(_ kind: Kind, in project: Int? = nil) -> Data {
        Data(JSONValue.array(objects(kind, in: project)).serialized())
    }

    /// When a deployment ended, which REST never says.
    public func finishDate(ofDeployment id: Int) -> Date? { deployments[id]?.finishedAt?.date }

    /// Ids, not iids, of the merge requests a deployment carries.
    public func mergeRequestIDs(ofDeployment id: Int) -> [Int] { deployments[id]?.mergeRequests ?? [] }

    /// Who approved when; approvals that were withdrawn are gone.
    public func approvals(of iid: Int, in project: Int) -> [(user: Int, date: Date)] {
        let id = mergeRequests.id(iid: iid, in: project)
        return id.flatMap { mergeRequests[$0] }?.approvals.map { ($0.user, $0.at.date) } ?? []
    }

    /// SHAs of a merge request's commits, oldest first.
    public func commitSHAs(of iid: Int, in project: Int) -> [String] {
        mergeRequests.id(iid: iid, in: project).flatMap { mergeRequests[$0] }?.commits ?? []
    }

    /// Ids of a merge request's pipelines, oldest first.
    public func pipelineIDs(ofMergeRequest iid: Int, in project: Int) -> [Int] {
        mergeRequests.id(iid: iid, in: project).flatMap { mergeRequests[$0] }?.pipelines ?? []
    }

    /// A pipeline's own answer, its times and duration included.
    package func pipelineObject(_ id: Int) -> JSONValue? { pipelines[id].map { single($0) } }

    /// Commits with their `stats`, in the order in which they landed on `main`.
    private func commits(in project: Int?) -> [JSONValue] {
        projects.ids.filter { project == nil || $0 == project }.flatMap { id -> [JSONValue] in
            guard let repository = repositories[id] else { return [] }
            return repository.landed.compactMap { repository.commits[$0] }.map {
                $0.object.merging(["stats": $0.stats])
            }
        }
    }
}
