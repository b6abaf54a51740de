/// The first encoded form, where it differs from today's: what stood in one register then and stands in several now.
///
/// Accounts told there whether they are bots; no list GitLab answered with did, so that is not carried over.
enum Format1 {
    struct Entry: Decodable {
        var key: ProjectKey
        var records: Records
    }

    struct Records: Decodable {
        var records: ProjectRecords

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: ProjectRecords.CodingKeys.self)
            records = ProjectRecords()
            let changed: Set<RecordKind> = [.project, .commit, .approvals, .pipeline]
            for table in ProjectRecords.tables where !changed.contains(table.kind) {
                try table.decode(container, &records)
            }
            func rows<Row: Decodable>(_ kind: RecordKind) throws -> [Row] {
                try container.decodeIfPresent([Row].self, forKey: .init(kind)) ?? []
            }
            records.project = RecordTable(try (rows(.project) as [Project]).map(\.record))
            records.commits = RecordTable(try (rows(.commit) as [Commit]).map(\.record))
            records.approvals = RecordTable(try (rows(.approvals) as [Approvals]).map(\.record))
            records.pipelines = RecordTable(try (rows(.pipeline) as [Pipeline]).map(\.record))
        }
    }

    private struct Project: Decodable {
        var id: ProjectKey
        var summary: Register<ProjectRecord.Summary>?

        var record: ProjectRecord { ProjectRecord(id: id, summary: summary) }
    }

    private struct Commit: Decodable {
        struct Dates: Codable, Hashable {
            var committedAt: Instant
            var parents: [String]
        }

        var id: CommitKey
        var facts: Register<CommitRecord.Facts>
        var dates: Register<Dates>
        var lines: Register<CommitRecord.Lines>?

        private enum CodingKeys: CodingKey { case id, facts, lines }

        /// The facts held both; each type reads of them what it knows.
        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            id = try container.decode(CommitKey.self, forKey: .id)
            facts = try container.decode(Register<CommitRecord.Facts>.self, forKey: .facts)
            dates = try container.decode(Register<Dates>.self, forKey: .facts)
            lines = try container.decodeIfPresent(Register<CommitRecord.Lines>.self, forKey: .lines)
        }

        /// Lists that left parents out were stamped as the less precise answers.
        var record: CommitRecord {
            let tellsParents = !dates.value.parents.isEmpty || dates.stamp.precision == .millisecond
            return CommitRecord(
                id: id, facts: facts, committedAt: Register(dates.value.committedAt, stamp: dates.stamp),
                parents: tellsParents ? Register(dates.value.parents, stamp: dates.stamp) : nil, lines: lines)
        }
    }

    private struct Approvals: Decodable {
        struct Approval: Codable, Hashable { var by: Account }
        struct State: Codable, Hashable {
            var approvals: [Approval]
            var required: Int?
        }

        var id: MergeRequestKey
        var project: ProjectKey
        var state: Register<State>

        var record: ApprovalsRecord {
            ApprovalsRecord(
                id: id, project: project,
                by: Register(state.value.approvals.map(\.by).sorted(), stamp: state.stamp),
                required: Register(state.value.required, stamp: state.stamp))
        }
    }

    private struct Pipeline: Decodable {
        var record: PipelineRecord

        private enum CodingKeys: CodingKey { case summary }

        /// The summary held the origin too.
        init(from decoder: any Decoder) throws {
            record = try PipelineRecord(from: decoder)
            let container = try decoder.container(keyedBy: CodingKeys.self)
            record.origin = try container.decodeIfPresent(
                Register<PipelineRecord.Origin>.self, forKey: .summary)
        }
    }
}
