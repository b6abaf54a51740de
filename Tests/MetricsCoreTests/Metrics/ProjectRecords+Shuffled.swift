import MetricsCore

extension ProjectRecords {
    /// The same records, inserted in another order.
    func shuffled(using random: inout PseudoRandom) -> ProjectRecords {
        var set = RecordSet()
        func insert<Record: MetricsRecord>(_ table: RecordTable<Record>) {
            for record in table.rows.shuffled(using: &random) { set.insert(record) }
        }
        insert(issues)
        insert(notes)
        insert(listings)
        insert(deployments)
        insert(mergeRequests)
        insert(pipelines)
        insert(environments)
        insert(approvals)
        insert(commits)
        insert(provisionalEvents)
        insert(coverage)
        insert(project)
        insert(releases)
        insert(activityEvents)
        insert(timeLogs)
        insert(jobs)
        insert(stateEvents)
        insert(labelEvents)
        insert(users)
        return set.projects.values.first ?? ProjectRecords()
    }
}
