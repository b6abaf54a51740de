/// `created_after`, `created_before`, `updated_after` and `updated_before`, each inclusive at full precision.
struct TimeFilter {
    private let created: (after: Instant?, before: Instant?)
    private let updated: (after: Instant?, before: Instant?)

    init(_ call: Call) throws(Rejection) {
        created = (try call.instant("created_after"), try call.instant("created_before"))
        updated = (try call.instant("updated_after"), try call.instant("updated_before"))
    }

    func admits(_ row: some Stored) -> Bool {
        Self.admits(row.resource.createdAt, created) && Self.admits(row.resource.updatedAt, updated)
    }

    private static func admits(_ moment: Instant, _ bounds: (after: Instant?, before: Instant?)) -> Bool {
        if let after = bounds.after, moment < after { return false }
        if let before = bounds.before, moment > before { return false }
        return true
    }
}
