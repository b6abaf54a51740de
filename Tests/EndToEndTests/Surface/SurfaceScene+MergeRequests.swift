import FakeGitLab
import GitLabVocabulary
import Testing
import WireFormat

extension SurfaceScene {
    /// A merge request whose labels changed.
    var labelledMergeRequest: MergeRequestIID { get throws { try subject(of: .labelEvents) } }

    /// A merge request that was put into a milestone just now.
    var plannedMergeRequest: MergeRequestIID {
        get throws {
            let iid = try mergeRequest
            let project = try project.rawValue
            try fake.change { world in
                let milestone = world.addMilestone("Surface", toProject: project)
                try world.setMilestone(
                    milestone, ofMergeRequest: iid.rawValue, in: project, by: World.ghost)
            }
            return iid
        }
    }

    /// A merge request that closes an issue.
    var fixingMergeRequest: MergeRequestIID {
        get throws {
            let issue = try #require(try first(.issues) { $0["iid"] == 1 }["iid"]?.intValue)
            let found = try first(.mergeRequests) {
                $0["description"]?.stringValue?.hasPrefix("Closes #\(issue)\n") == true
            }
            return MergeRequestIID(rawValue: try #require(found["iid"]?.intValue))
        }
    }

    /// A thread on a merge request, and its first note.
    var thread: (mergeRequest: MergeRequestIID, discussion: DiscussionID, note: NoteID) {
        get throws {
            let note = try first(.mergeRequestNotes) { $0["type"] == "DiffNote" }
            let id = try #require(note["id"]?.intValue)
            let iid = try #require(note["noteable_iid"]?.intValue)
            let project = try project.rawValue
            let discussion = try #require(
                fake.world.discussionIDs(on: iid, in: project).first { discussion in
                    fake.world.noteIDs(inDiscussion: discussion, on: iid, in: project).contains(id)
                })
            return (
                MergeRequestIID(rawValue: iid), DiscussionID(rawValue: discussion), NoteID(rawValue: id)
            )
        }
    }

    /// A comment on an issue.
    var issueComment: (issue: IssueIID, note: NoteID) {
        get throws {
            let note = try first(.issueNotes) { $0["system"] == false && $0["internal"] == false }
            return (
                IssueIID(rawValue: try #require(note["noteable_iid"]?.intValue)),
                NoteID(rawValue: try #require(note["id"]?.intValue))
            )
        }
    }

    /// The thread of that comment.
    var issueDiscussion: DiscussionID {
        get throws {
            let discussions = fake.world.discussionIDs(
                onIssue: try issueComment.issue.rawValue, in: try project.rawValue)
            return DiscussionID(rawValue: try #require(discussions.last))
        }
    }

    private func subject(of events: World.Kind) throws -> MergeRequestIID {
        let event = try first(events) { $0["resource_type"] == "MergeRequest" }
        let found = try first(.mergeRequests) { $0["id"] == event["resource_id"] }
        return MergeRequestIID(rawValue: try #require(found["iid"]?.intValue))
    }
}
