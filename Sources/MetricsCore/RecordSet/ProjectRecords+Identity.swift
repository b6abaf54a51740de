extension ProjectRecords {
    /// Whether both hold the same records to the last stamp, unlike `==`, which compares facts. O(n).
    package func isIdentical(to other: ProjectRecords) -> Bool {
        Self.tables.allSatisfy { $0.equal(self, other) }
    }
}
