import WireFormat

/// Comments on what the world keeps no comments of: only hooks hear of them.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#comment-on-a-commit>
extension World {
    /// Comments on a commit, the changed lines and all, which clients of metrics must not keep.
    public mutating func comment(onCommit sha: String, in project: Int, by user: Int, body: String)
        throws(WorldError)
    {
        guard let commit = commit(sha, in: project) else { throw .missing("commit", sha) }
        let id = sequences.next(.note)
        announce { world in
            let page = commit.object["web_url"]?.stringValue ?? ""
            let note = world.strayNote(id, body, "Commit", nil, on: page, in: project, by: user).merging([
                "commit_id": .string(sha), "line_code": .string("\(SHA1.hex("README.md"))_0_1"),
                "st_diff": [
                    "diff": "--- /dev/null\n+++ b/README.md\n@@ -0,0 +1 @@\n+Read me\n",
                    "new_path": "README.md", "old_path": "README.md", "a_mode": "0", "b_mode": "100644",
                    "new_file": true, "renamed_file": false, "deleted_file": false,
                ],
            ])
            return world.noteAnnouncement(
                note, "create", in: project, by: user,
                on: ("commit", world.hookCommit(sha, in: project)))
        }
    }

    /// Comments on a snippet, whose content is told with it, which clients of metrics must not keep.
    public mutating func comment(
        onSnippet title: String, content: String, in project: Int, by user: Int, body: String
    ) throws(WorldError) {
        let home = try self.project(project)
        let id = sequences.next(.note)
        let snippet = sequences.next(.snippet)
        announce { world in
            let page = "\(home.webURL)/-/snippets/\(snippet)"
            return world.noteAnnouncement(
                world.strayNote(id, body, "Snippet", snippet, on: page, in: project, by: user), "create",
                in: project, by: user,
                on: (
                    "snippet",
                    [
                        "id": .int(snippet), "title": .string(title), "description": "",
                        "content": .string(content), "author_id": .int(user), "project_id": .int(project),
                        "created_at": .hookMoment(world.clock), "updated_at": .hookMoment(world.clock),
                        "file_name": "snippet.txt", "type": "ProjectSnippet", "visibility_level": 0,
                        "url": .string(page),
                    ]
                ))
        }
    }

    private func strayNote(
        _ id: Int, _ body: String, _ type: String, _ noteable: Int?, on page: String, in project: Int,
        by user: Int
    ) -> JSONValue {
        [
            "id": .int(id), "internal": false, "note": .string(body), "description": .string(body),
            "noteable_type": .string(type), "noteable_id": .number(noteable), "commit_id": nil,
            "author_id": .int(user), "project_id": .int(project), "created_at": .hookMoment(clock),
            "updated_at": .hookMoment(clock), "attachment": nil, "line_code": nil, "system": false,
            "st_diff": nil, "discussion_id": .string(SHA1.hex("discussion \(id)")), "type": nil,
            "position": nil, "original_position": nil, "change_position": nil, "resolved_at": nil,
            "resolved_by_id": nil, "resolved_by_push": nil, "updated_by_id": nil,
            "url": .string("\(page)#note_\(id)"),
        ]
    }
}
