import FakeGitLab
import GitLabAPI
import GitLabVocabulary
import Testing
import WireFormat

/// What calls about plans name.
extension SurfaceScene {
    /// Somebody who did something in the project.
    var contributor: UserID {
        get throws {
            let event = try first(.events) { $0["author_id"] != 999_999 }
            return UserID(rawValue: try #require(event["author_id"]?.intValue))
        }
    }

    /// An issue in a milestone, which carries a label, and is hidden from nobody.
    var plannedIssue: IssueIID {
        get throws {
            let issue = try first(.issues) { issue in
                issue["confidential"] == false && issue["milestone"] != .null && issue["labels"]?[0] != nil
            }
            return IssueIID(rawValue: try #require(issue["iid"]?.intValue))
        }
    }

    /// An issue that a merge request closes, and that is hidden from nobody.
    var fixedIssue: IssueIID {
        get throws {
            let issue = try first(.issues) { issue in
                guard issue["confidential"] == false, let iid = issue["iid"]?.intValue else { return false }
                let words = "Closes #\(iid)\n"
                return fake.world.objects(.mergeRequests).contains {
                    $0["description"]?.stringValue?.hasPrefix(words) == true
                }
            }
            return IssueIID(rawValue: try #require(issue["iid"]?.intValue))
        }
    }

    /// The name of a label of the group.
    var label: String {
        get throws {
            let label = try first(.labels) { $0["is_project_label"] == false }
            return try #require(label["name"]?.stringValue)
        }
    }

    /// A milestone of the project with issues and merge requests in it.
    var milestone: MilestoneID { get throws { try milestone("project_id") } }

    /// A milestone of the group with issues and merge requests in it.
    var groupMilestone: MilestoneID { get throws { try milestone("group_id") } }

    private func milestone(_ owner: String) throws -> MilestoneID {
        let found = try first(.milestones) { milestone in
            guard milestone[owner] != nil else { return false }
            return [World.Kind.issues, .mergeRequests].allSatisfy { kind in
                fake.world.objects(kind).contains {
                    $0["milestone"]?["id"] == milestone["id"] && $0["confidential"] != true
                }
            }
        }
        return MilestoneID(rawValue: try #require(found["id"]?.intValue))
    }
}
