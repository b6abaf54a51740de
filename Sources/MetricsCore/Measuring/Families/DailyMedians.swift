/// Medians by stratum and calendar day, as GitLab keeps them: one for each environment and day.
///
/// <https://docs.gitlab.com/api/dora/metrics/>
struct DailyMedians {
    private struct Row: Hashable {
        var space: References.Space
        var stratum: Int64
        var day: Int32
    }

    private var rows: [Row: [UInt32]] = [:]

    init(of partial: SamplePartial, in period: ReportPeriod) {
        let days = period.days
        for (space, columns) in partial.columns {
            for row in columns.values.indices {
                let at = Instant(secondsSince1970: columns.records.instants[row])
                let stratum = columns.strata.isEmpty ? 0 : columns.strata[row]
                let key = Row(space: space, stratum: stratum, day: days.number(of: at) ?? 0)
                rows[key, default: []].append(columns.values[row])
            }
        }
    }

    /// The median of the medians; `nil` when there are none.
    var median: Double? {
        let medians = rows.values.compactMap { values in
            var values = values
            return Distribution.median(consuming: &values)
        }.sorted()
        guard !medians.isEmpty else { return nil }
        let middle = medians.count / 2
        return medians.count.isMultiple(of: 2) ? (medians[middle - 1] + medians[middle]) / 2 : medians[middle]
    }
}
