import WireFormat

extension GraphQL {
    /// GitLab's own DORA metrics of a project or a group, all four for each day, month or the whole span.
    struct DoraNode: Node {
        let typeName: String
        let projects: [Int]

        func value(of field: PlannedField, in execution: Execution) throws(Failure) -> Value {
            let world = execution.world
            let arguments = field.arguments
            let end = arguments.instant("endDate") ?? world.clock
            let start = arguments.instant("startDate") ?? world.clock + -92 * 86_400
            guard start.day <= end.day else {
                throw .field("The start date must be earlier than the end date.")
            }
            guard end - start <= 180 * 86_400 else {
                throw .field("Date range must be shorter than 180 days.")
            }
            let tiers = arguments.texts("environmentTiers")?.map { $0.lowercased() } ?? ["production"]
            let rows = projects.flatMap { world.doraDays(ofProject: $0, tiers: Set(tiers)) }
                .filter { start.day <= $0.day && $0.day <= end.day }
            let interval = arguments.text("interval") ?? "DAILY"
            func period(_ day: String) -> String {
                interval == "ALL" ? "" : interval == "MONTHLY" ? "\(day.prefix(7))-01" : day
            }
            var lengths: [String: Int] = [:]
            for number in start.dayNumber...max(start.dayNumber, end.dayNumber) {
                let day = Instant(microseconds: Int64(number) * 86_400_000_000).day
                lengths[period(day), default: 0] += 1
            }
            let periods = interval == "ALL" ? [""] : Set(rows.map { period($0.day) }).sorted()
            return .nodes(
                periods.compactMap { name in
                    point(name, rows.filter { period($0.day) == name }, days: lengths[name] ?? 1)
                })
        }

        /// - Parameter days: calendar days, idle ones too, over which deployments are averaged.
        private func point(_ name: String, _ rows: [DORADay], days: Int) -> (any Node)? {
            var object: JSONValue = ["date": name.isEmpty ? .null : .string(name)]
            for metric in ["lead_time_for_changes", "time_to_restore_service", "change_failure_rate"] {
                object[metric] = JSONValue(DORADay.value(of: metric, over: rows))
            }
            object["deployment_frequency"] = JSONValue(
                DORADay.value(of: "deployment_frequency", over: rows).map { $0 / Double(days) })
            return JSONNode("DoraMetric", object)
        }
    }
}
