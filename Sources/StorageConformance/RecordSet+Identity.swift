package import MetricsCore

extension RecordSet {
    /// Whether both hold the same records to the last stamp, unlike `==`, which compares facts.
    package func isIdentical(to other: RecordSet) -> Bool {
        Set(projects.keys) == Set(other.projects.keys)
            && projects.allSatisfy { $1.isIdentical(to: other[$0]) }
    }

    /// How many records of which kind, for saying what was seen.
    var census: String {
        let counts = RecordKind.allCases.compactMap { kind -> String? in
            let count = projects.values.reduce(0) { $0 + $1.count(of: kind) }
            return count == 0 ? nil : "\(count) \(kind.rawValue)"
        }
        return counts.isEmpty ? "nothing" : counts.joined(separator: ", ")
    }
}
