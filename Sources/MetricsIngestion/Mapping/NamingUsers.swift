import GitLabAPI
import GitLabVocabulary
import MetricsCore

/// An answer of GitLab's in which users stand, of whom records are made along the way.
protocol NamingUsers {
    var users: [User] { get }
}

extension ReadContext {
    /// The rows' records, and those of everybody they name.
    func records<Row: NamingUsers, Record: MetricsRecord>(
        of rows: [Row], _ record: (Row) -> Record?
    ) -> RecordSet {
        var records = RecordSet(rows.compactMap(record))
        // People recur: each is made into a record once for all that is the same of him.
        var seen: [UserID: User] = [:]
        for user in rows.lazy.flatMap(\.users) where seen[user.id] != user {
            seen[user.id] = user
            records.insert(user.record(self))
        }
        return records
    }
}
