import Foundation
import MetricsCore

extension MetricsReport {
    /// The report as the policy lets it be seen.
    ///
    /// - Parameter audiences: who stands behind each metric, in the order of the metrics.
    func seen(by policy: PrivacyPolicy, _ audiences: [Audience], pseudonyms: Pseudonyms?) -> MetricsReport {
        var seen = self
        if policy.smallestGroup > 1 {
            seen.withhold(policy.smallestGroup, audiences)
        } else if !policy.namesRecords {
            seen.mapValues { $0.unnamed }
        }
        seen.namePeople(by: policy, pseudonyms)
        return seen
    }

    private mutating func withhold(_ smallest: Int, _ audiences: [Audience]) {
        let sections = [total] + projects + groups
        let ofProjects = Array(1..<(1 + projects.count))
        let ofGroups = Array((1 + projects.count)..<sections.count)
        for (position, audience) in audiences.enumerated() {
            let hidden = PrivacyFilter(audience, smallest: smallest).withheld(
                sections, families: [ofProjects, ofGroups].filter { !$0.isEmpty })
            let metric = total.values.indices.contains(position) ? total.values[position].metric : nil
            for index in sections.indices {
                change(sectionAt: index) { section in
                    for value in section.values.indices where section.values[value].metric == metric {
                        let shown = section.values[value]
                        section.values[value] = hidden.contains(index) ? shown.withheld : shown.aggregated
                    }
                }
            }
        }
    }

    private mutating func change(sectionAt index: Int, _ change: (inout Section) -> Void) {
        if index == 0 {
            change(&total)
        } else if index <= projects.count {
            change(&projects[index - 1])
        } else {
            change(&groups[index - 1 - projects.count])
        }
    }

    private mutating func mapValues(_ transform: (MetricValue) -> MetricValue) {
        for index in 0...(projects.count + groups.count) {
            change(sectionAt: index) { $0.values = $0.values.map(transform) }
        }
    }

    /// Withholds groups of single people, or calls them by names that lead to nobody.
    private mutating func namePeople(by policy: PrivacyPolicy, _ pseudonyms: Pseudonyms?) {
        guard grouping == .person || grouping == .reviewPair else { return }
        if policy.teamsOnly || policy.usesPseudonyms && pseudonyms == nil {
            groups = []
        } else if policy.usesPseudonyms, let pseudonyms {
            for index in groups.indices {
                guard let group = groups[index].group, !group.id.isEmpty else { continue }
                let names = group.id.components(separatedBy: " → ").map(pseudonyms.name)
                let name = names.joined(separator: " → ")
                groups[index].group = GroupKey(id: name)
                groups[index].title = name
            }
            groups.sort { ($0.group ?? .none) < ($1.group ?? .none) }
        }
    }
}
