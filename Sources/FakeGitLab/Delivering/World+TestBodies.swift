import Foundation
import WireFormat

extension World {
    /// The body of a test: what was last of its kind, of the first project that has such a thing.
    ///
    /// - Throws: 422 when there is no such thing.
    func testBody(_ trigger: String, of owner: Hook.Owner) throws(Rejection) -> JSONValue {
        let places: [Int] =
            switch owner {
            case .project(let id): [id]
            case .group(let id): descendants(ofGroup: id).flatMap { projects.ids(in: $0) }
            case .instance: []
            }
        guard let wanted = Self.testKinds[trigger] else {
            return [
                "object_kind": .string(
                    Hook.trigger(ofSwitch: trigger).replacingOccurrences(of: "_hooks", with: ""))
            ]
        }
        guard let body = places.lazy.compactMap({ lastAnnouncement(wanted.kind, in: $0)?.body }).first else {
            throw .message(422, "Ensure the project has \(wanted.name).")
        }
        return Self.asTested(body)
    }

    private enum TestKind {
        case push, tagPush, issue, note, mergeRequest, job, pipeline, deployment, release, milestone
    }

    /// What GitLab looks for, and what it calls that when there is none. Of the rest the world has nothing.
    private static let testKinds: [String: (kind: TestKind, name: String)] = [
        "push_events": (.push, "commits"), "tag_push_events": (.tagPush, "tags"),
        "issues_events": (.issue, "issues"), "confidential_issues_events": (.issue, "issues"),
        "note_events": (.note, "notes"), "confidential_note_events": (.note, "notes"),
        "merge_requests_events": (.mergeRequest, "merge requests"), "job_events": (.job, "CI jobs"),
        "pipeline_events": (.pipeline, "CI pipelines"), "deployment_events": (.deployment, "deployments"),
        "releases_events": (.release, "releases"), "milestone_events": (.milestone, "milestones"),
    ]

    private func lastAnnouncement(_ kind: TestKind, in project: Int) -> Announcement? {
        switch kind {
        case .push:
            guard let repository = repositories[project], let head = repository.landed.last else {
                return nil
            }
            let branch = projects[project]?.defaultBranch ?? "main"
            let change = RefChange(
                branch: branch, from: repository.commits[head]?.parents.first, to: head)
            return pushAnnouncement(change, in: project, by: creator(of: project))
        case .tagPush:
            return repositories[project]?.tags.values.max { $0.name < $1.name }.map {
                pushAnnouncement(RefChange(tag: $0), in: project, by: creator(of: project))
            }
        case .issue:
            return issues.rows(in: project).last.map {
                issueAnnouncement($0, "open", by: creator(of: project), changes: [:])
            }
        case .note:
            let written =
                mergeRequests.ids(in: project).flatMap { mergeRequestNotes.rows(in: $0) }
                + issues.ids(in: project).flatMap { issueNotes.rows(in: $0) }
            return written.filter { !$0.isSystem }.max { $0.id < $1.id }.flatMap {
                noteAnnouncement($0.id, "create", by: $0.author)
            }
        case .mergeRequest:
            return mergeRequests.rows(in: project).last.map {
                mergeRequestAnnouncement($0, "open", by: creator(of: project), changes: [:])
            }
        case .job:
            return jobs.ids(inProject: project).reversed().lazy.compactMap { jobAnnouncement($0) }.first
        case .pipeline:
            return pipelines.ids(in: project).reversed().lazy.compactMap { pipelineAnnouncement($0) }.first
        case .deployment:
            return deployments.ids(in: project).reversed().lazy.compactMap { deploymentAnnouncement($0) }
                .first
        case .release: return releases.ids(in: project).last.flatMap { releaseAnnouncement($0, "create") }
        case .milestone:
            return milestones.ids(in: project).last.flatMap { milestoneAnnouncement($0, "create") }
        }
    }

    private func creator(of project: Int) -> Int {
        projects[project]?.resource["creator_id"].intValue ?? World.ghost
    }

    /// Nothing has been done, so that nothing says what; and moments are written as the API writes them.
    private static func asTested(_ body: JSONValue) -> JSONValue {
        var body = dated(body)
        guard var attributes = body["object_attributes"], body["object_kind"] != "milestone" else {
            return body
        }
        attributes["action"] = nil
        body["object_attributes"] = attributes
        return body
    }

    private static func dated(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let elements): return .array(elements.map(dated))
        case .object(let object): return .object(JSONObject(object.map { ($0.key, dated($0.value)) }))
        case .string(let text):
            guard let match = text.wholeMatch(of: /(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) UTC/) else {
                return value
            }
            return .string("\(match.output.1)T\(match.output.2).000Z")
        default: return value
        }
    }
}
