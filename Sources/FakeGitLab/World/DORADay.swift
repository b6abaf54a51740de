/// What GitLab's DORA metrics go by: one row for each environment and UTC day, one for each project's incidents and day.
///
/// Written from the definitions alone, the slow and plain way, so that it can judge what computes the same otherwise.
struct DORADay: Sendable {
    let day: String
    /// Successful deployments to the environment that finished on the day.
    var deployments = 0
    /// The median of seconds from merge to finish, of the merge requests they carried.
    var leadTime: Double?
    /// Incidents opened, and the median of seconds that those closed on the day had been open.
    var incidents = 0
    var timeToRestore: Double?

    /// The middle of the values, of an even number the mean of the two in the middle, as `PERCENTILE_CONT(0.5)`.
    static func median(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    /// The value of a metric over rows.
    static func value(of metric: String, over rows: [DORADay]) -> Double? {
        let deployments = rows.map(\.deployments).reduce(0, +)
        switch metric {
        case "deployment_frequency": return Double(deployments)
        case "lead_time_for_changes": return median(rows.compactMap(\.leadTime))
        case "time_to_restore_service": return median(rows.compactMap(\.timeToRestore))
        default: return Double(rows.map(\.incidents).reduce(0, +)) / Double(max(deployments, 1))
        }
    }
}

extension World {
    /// The rows of a project, without days on which nothing happened.
    func doraDays(ofProject id: Int, tiers: Set<String>) -> [DORADay] {
        let places = environments.rows(in: id).filter { tiers.contains($0.tier) }
        return places.flatMap { doraDays(ofEnvironment: $0.id, in: id) }
            + (tiers.contains("production") ? incidentDays(ofProject: id) : [])
    }

    private func doraDays(ofEnvironment id: Int, in project: Int) -> [DORADay] {
        let finished = deployments.rows(in: project).filter {
            $0.environment == id && $0.status == "success" && $0.finishedAt != nil
        }
        return Set(finished.compactMap { $0.finishedAt?.day }).sorted().map { day in
            let ofDay = finished.filter { $0.finishedAt?.day == day }
            var spans: [Double] = []
            for deployment in ofDay {
                for merged in deployment.mergeRequests.compactMap({ mergeRequests[$0]?.mergedAt }) {
                    if let end = deployment.finishedAt { spans.append(max(0, end - merged)) }
                }
            }
            return DORADay(day: day, deployments: ofDay.count, leadTime: DORADay.median(spans))
        }
    }

    private func incidentDays(ofProject id: Int) -> [DORADay] {
        let incidents = issues.rows(in: id).filter { $0.resource.text("issue_type") == "incident" }
        func closing(_ issue: Issue) -> Instant? {
            issue.state == "closed" ? issue.resource.object.instant("closed_at") : nil
        }
        let days = Set(
            incidents.map { $0.resource.createdAt.day } + incidents.compactMap { closing($0)?.day })
        return days.sorted().map { day in
            let closed = incidents.filter { closing($0)?.day == day }
            return DORADay(
                day: day, incidents: incidents.filter { $0.resource.createdAt.day == day }.count,
                timeToRestore: DORADay.median(
                    closed.compactMap { issue in closing(issue).map { $0 - issue.resource.createdAt } }))
        }
    }
}
