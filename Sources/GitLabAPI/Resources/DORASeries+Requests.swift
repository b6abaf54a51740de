public import Foundation
public import GitLabVocabulary
import WireFormat

extension Request where Response == DORASeries {
    /// A DORA metric of a project, as GitLab counts it (Ultimate). Without the licence or the role of a Reporter
    /// GitLab answers 401, though nothing is wrong with the token.
    ///
    /// - Parameters:
    ///   - start: the first day, in UTC; three months ago by default.
    ///   - end: the last day, included; today by default. GitLab takes about half a year at most.
    ///   - tiers: of environments; production by default. The last two metrics know production only.
    ///
    /// <https://docs.gitlab.com/api/dora/metrics/#retrieve-project-level-dora-metrics>
    public static func dora(
        _ metric: DORAMetric, in project: ProjectReference, from start: Date? = nil, through end: Date? = nil,
        interval: DORAMetric.Interval = .daily, tiers: [EnvironmentTier] = []
    ) -> Self {
        dora(metric, below: project.apiPath, start, end, interval, tiers)
    }

    /// A DORA metric of all projects of a group and the groups below, as GitLab counts it (Ultimate).
    ///
    /// <https://docs.gitlab.com/api/dora/metrics/#retrieve-group-level-dora-metrics>
    public static func dora(
        _ metric: DORAMetric, inGroup group: GroupReference, from start: Date? = nil,
        through end: Date? = nil,
        interval: DORAMetric.Interval = .daily, tiers: [EnvironmentTier] = []
    ) -> Self {
        dora(metric, below: group.apiPath, start, end, interval, tiers)
    }

    private static func dora(
        _ metric: DORAMetric, below path: String, _ start: Date?, _ end: Date?,
        _ interval: DORAMetric.Interval, _ tiers: [EnvironmentTier]
    ) -> Self {
        let day = { (date: Date) in String(WireDate(date).iso8601.prefix(10)) }
        var query: QueryItems = [
            "metric": metric, "start_date": start.map(day), "end_date": end.map(day), "interval": interval,
        ]
        query.append("environment_tiers", each: tiers)
        return Self(path: "\(path)/dora/metrics", query: query)
    }
}
