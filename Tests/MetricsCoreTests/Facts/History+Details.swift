import MetricsCore

extension History {
    /// Changes what is known of a merge request.
    mutating func edit(_ id: Int64, _ change: (inout MergeRequestRecord) -> Void) {
        guard var record = records[project].mergeRequests[MergeRequestKey(project.instance, id)] else {
            return
        }
        change(&record)
        insert(record)
    }

    /// What a later read states.
    static let laterStamp = Stamp(readBegan: 2)

    mutating func size(of id: Int64, additions: Int, deletions: Int, files: Int) {
        edit(id) {
            $0.size = Register(
                .init(additions: additions, deletions: deletions, files: files), stamp: Self.laterStamp)
        }
    }

    mutating func merger(of id: Int64, _ account: Account?) {
        edit(id) { record in
            record.merge = Register(
                .init(at: record.merge?.value.at, by: account), stamp: Self.laterStamp)
        }
    }

    mutating func labels(of id: Int64, _ labels: [String]) {
        edit(id) { record in
            guard var summary = record.summary?.value else { return }
            summary.labels = labels.sorted()
            record.summary = Register(summary, stamp: Self.laterStamp)
        }
    }

    mutating func name(_ path: String) {
        insert(
            ProjectRecord(
                id: project,
                summary: Register(
                    .init(
                        path: path, name: path, webURL: "https://gitlab.example.com/\(path)",
                        defaultBranch: "main", isArchived: false), stamp: Self.laterStamp)))
    }
}
