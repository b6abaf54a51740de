import MetricsCore

extension History {
    /// Says what texts of a merge request name: its title and branch as they are, its description by what it names.
    mutating func texts(
        of id: Int64, title: String? = nil, branch: String? = nil, description: String? = nil
    ) {
        edit(id) { record in
            guard var summary = record.summary?.value else { return }
            summary.title = title ?? summary.title
            summary.sourceBranch = branch ?? summary.sourceBranch
            record.summary = Register(summary, stamp: Self.laterStamp)
            record.tickets = description.map {
                Register(
                    TicketScanner.standard.mentions(in: $0, of: .description).sorted(), stamp: Self.laterStamp
                )
            }
        }
    }

    mutating func commit(_ sha: String, _ message: String, authored: Int, parents: [String] = []) {
        insert(
            CommitRecord(
                id: CommitKey(project, sha),
                facts: Register(
                    .init(
                        title: String(message.prefix { !$0.isNewline }), authorName: nil, authorEmail: nil,
                        authoredAt: at(authored),
                        tickets: TicketScanner.standard.mentions(in: message, of: .commitMessage).sorted()),
                    stamp: Self.laterStamp),
                parents: Register(parents, stamp: Self.laterStamp)))
    }

    mutating func release(_ tag: String, of sha: String, at seconds: Int) {
        release(tag, at: seconds)
        guard var record = records[project].releases[ReleaseKey(project, tag)] else { return }
        record.sha = Register(sha, stamp: Self.laterStamp)
        insert(record)
    }

    func mergeRequestReference(_ mergeRequest: Int64) -> RecordReference {
        .mergeRequest(MergeRequestKey(project.instance, mergeRequest))
    }

    func commitReference(_ sha: String) -> RecordReference { .commit(CommitKey(project, sha)) }
}
