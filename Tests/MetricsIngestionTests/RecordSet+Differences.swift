import MetricsCore

extension RecordSet {
    /// The first differences of each kind of record, stamps left aside, for people.
    func differences(from other: RecordSet) -> [String] {
        Set(projects.keys).union(other.projects.keys).sorted().flatMap { key in
            self[key].differences(from: other[key])
        }
    }
}

extension ProjectRecords {
    fileprivate func differences(from other: ProjectRecords) -> [String] {
        difference(\.project, other) + difference(\.environments, other)
            + difference(\.mergeRequests, other) + difference(\.notes, other)
            + difference(\.approvals, other) + difference(\.commits, other) + difference(\.users, other)
            + difference(\.pipelines, other) + difference(\.deployments, other)
            + difference(\.issues, other) + difference(\.listings, other) + difference(\.coverage, other)
    }

    private func difference<Record: MetricsRecord>(
        _ path: KeyPath<ProjectRecords, RecordTable<Record>>, _ other: ProjectRecords
    ) -> [String] {
        let ours = Dictionary(self[keyPath: path].map { ($0.id, $0.unstamped) }) { $1 }
        let theirs = Dictionary(other[keyPath: path].map { ($0.id, $0.unstamped) }) { $1 }
        let ids = Set(ours.keys).union(theirs.keys).filter { ours[$0] != theirs[$0] }.sorted()
        return ids.prefix(2).map { id in
            let left = String(describing: ours[id]), right = String(describing: theirs[id])
            let start = max(0, zip(left, right).prefix { $0 == $1 }.count - 60)
            return "\(Record.kind) \(id), of \(ids.count): …\(left.dropFirst(start).prefix(400)) | "
                + "…\(right.dropFirst(start).prefix(400))"
        }
    }
}
