import MetricsCore

/// Decides which of a report's numbers may be shown: none that rests on too few people, and none by which another one
/// would tell of too few when taken away from it.
struct PrivacyFilter {
    /// One shown number of the metric, by the records it is made of.
    private struct Sight {
        var section: Int
        var cells: Set<Audience.Cell>
    }

    private let audience: Audience
    private let smallest: Int

    init(_ audience: Audience, smallest: Int) {
        self.audience = audience
        self.smallest = smallest
    }

    /// The positions of the sections whose number is withheld.
    ///
    /// - Parameters:
    ///   - sections: all sections of the report.
    ///   - families: positions of sections whose numbers add up, or nearly, to the total: the projects, the groups.
    func withheld(_ sections: [MetricsReport.Section], families: [[Int]]) -> Set<Int> {
        guard audience.isKnown else { return Set(sections.indices) }
        let sights = sections.indices.map { position in
            Sight(section: position, cells: Set(audience.people.keys.filter { $0.isIn(sections[position]) }))
        }
        var hidden = Set(sights.filter { isTooFew(people(behind: $0.cells)) }.map(\.section))
        while let next = leak(among: sights.filter { !hidden.contains($0.section) }, families) {
            hidden.insert(next)
        }
        return hidden
    }

    /// A section to withhold because what is shown besides tells of too few people; `nil` when nothing does.
    private func leak(among shown: [Sight], _ families: [[Int]]) -> Int? {
        for whole in shown {
            for part in shown where part.section != whole.section && part.cells.isSubset(of: whole.cells) {
                if isTooFew(people(behind: whole.cells.subtracting(part.cells))) { return part.section }
            }
            for family in families where !family.contains(whole.section) {
                let parts = shown.filter { family.contains($0.section) && $0.cells.isSubset(of: whole.cells) }
                let rest = whole.cells.subtracting(parts.reduce(into: []) { $0.formUnion($1.cells) })
                guard isTooFew(people(behind: rest)) else { continue }
                let least = parts.min { people(behind: $0.cells).count < people(behind: $1.cells).count }
                return least?.section ?? whole.section
            }
        }
        return nil
    }

    private func people(behind cells: Set<Audience.Cell>) -> Set<String> {
        cells.reduce(into: []) { $0.formUnion(audience.people[$1] ?? []) }
    }

    /// Nobody is not too few: nothing is told of anybody.
    private func isTooFew(_ people: Set<String>) -> Bool { !people.isEmpty && people.count < smallest }
}

extension Audience.Cell {
    /// Whether its records are behind that section's numbers.
    fileprivate func isIn(_ section: MetricsReport.Section) -> Bool {
        if let group = section.group { return groups.contains(group) }
        return section.project.map { $0 == project } ?? true
    }
}
