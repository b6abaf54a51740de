import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension ProjectBackfill {
    /// Everybody who works in the project by role. Who is not among the project's own members is one through a group.
    func readMembers() async throws -> Extent {
        let own = try await CompleteListing(
            first: .members(of: reference, perPage: configuration.pageSize),
            id: { (member: Member) in member.user.id }, send: reader.pages()
        ).read()
        let ids = Set(own.rows.map(\.user.id))
        return try await readWhole(
            MemberRecord.self, .allMembers(of: reference, perPage: configuration.pageSize),
            id: { (member: Member) in member.user.id }, gone: { MemberRecord(id: $0) }
        ) { rows, context in
            context.records(of: rows) { $0.record(context, isInherited: !ids.contains($0.user.id)) }
        }
    }
}
