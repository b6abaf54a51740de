import WireFormat

/// GitLab's own DORA metrics of projects and groups.
///
/// <https://docs.gitlab.com/api/dora/metrics/>
enum DORAEndpoints {
    private static let refusal = Rejection.message(401, "You do not have permission to access dora metrics.")
    private static let longestSpan = 180.0 * 86_400

    static let routes: [Route] = [
        Route("projects/:id/dora/metrics", tier: .ultimate, refusal: refusal, kind: "dora") {
            (world, call) throws(Rejection) in
            let project = try world.project(of: call)
            guard world.role(of: call.caller, in: project) >= .reporter else { throw refusal }
            return try answer(world, call, projects: [project.id])
        },
        Route("groups/:id/dora/metrics", tier: .ultimate, refusal: refusal, kind: "dora") {
            (world, call) throws(Rejection) in
            let group = try world.group(of: call)
            let role = call.caller.user.map { world.access(of: $0, toGroup: group.id) } ?? AccessLevel.none
            guard role >= .reporter || call.caller.isAdministrator else { throw refusal }
            let projects = world.descendants(ofGroup: group.id).flatMap { world.projects.ids(in: $0) }
            return try answer(world, call, projects: projects)
        },
    ]

    private static func answer(_ world: World, _ call: Call, projects: [Int]) throws(Rejection) -> Answer {
        let metrics = [
            "deployment_frequency", "lead_time_for_changes", "time_to_restore_service", "change_failure_rate",
        ]
        guard call.request["metric"] != nil else { throw .error(400, "metric is missing") }
        let metric = try call.word("metric", among: metrics, default: "")
        let interval = try call.word("interval", among: ["daily", "monthly", "all"], default: "daily")
        let end = try call.instant("end_date") ?? world.clock
        let start = try call.instant("start_date") ?? world.clock + -92 * 86_400
        guard start.day <= end.day else {
            throw .message(400, "The start date must be earlier than the end date.")
        }
        guard end - start <= longestSpan else {
            throw .message(400, "Date range must be shorter than 180 days.")
        }
        let known = ["production", "staging", "testing", "development", "other"]
        let wanted = call.request.list("environment_tiers")
        guard wanted.allSatisfy({ known.contains($0) }) else { throw .value(of: "environment_tiers") }
        let tiers = Set(wanted.isEmpty ? ["production"] : wanted)
        let rows = projects.flatMap { world.doraDays(ofProject: $0, tiers: tiers) }
            .filter { start.day <= $0.day && $0.day <= end.day }
        if interval == "all" { return Answer([point(nil, metric, rows)]) }
        let name = { (row: DORADay) in interval == "daily" ? row.day : "\(row.day.prefix(7))-01" }
        return Answer(
            .array(
                Set(rows.map(name)).sorted().map { day in point(day, metric, rows.filter { name($0) == day })
                }))
    }

    private static func point(_ day: String?, _ metric: String, _ rows: [DORADay]) -> JSONValue {
        let value = DORADay.value(of: metric, over: rows)
        let isCount = metric == "deployment_frequency"
        return [
            "date": .text(day),
            "value": value.map { isCount ? JSONValue.int(Int($0)) : JSONValue.double($0) } ?? JSONValue.null,
        ]
    }
}
