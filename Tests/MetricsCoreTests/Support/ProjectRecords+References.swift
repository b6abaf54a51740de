import MetricsCore

extension ProjectRecords {
    /// Every record's reference.
    var references: Set<RecordReference> {
        var references: Set<RecordReference> = []
        _ = filter { reference, _ in
            references.insert(reference)
            return false
        }
        return references
    }
}
