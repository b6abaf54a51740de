import MetricsCore

extension History {
    /// That somebody merged it, as GitLab's state events tell.
    mutating func mergeEvent(_ id: Int64, on mergeRequest: Int64, at seconds: Int, by user: Account?) {
        insert(
            StateEventRecord(
                id: RecordKey(project.instance, id), project: project,
                subject: .mergeRequest(MergeRequestKey(project.instance, mergeRequest)),
                createdAt: at(seconds), user: Register(user, stamp: Self.laterStamp),
                change: Register(.init(state: "merged"), stamp: Self.laterStamp)))
    }

    /// Who merged every other of what was merged; drawn by nothing but its id, so that no other draw changes.
    mutating func addMergers(base: Int64) {
        let accounts = [Self.ada, Self.grace, Self.bot]
        for record in records[project].mergeRequests.rows where record.id.id.isMultiple(of: 2) {
            guard let merged = record.merge?.value.at else { continue }
            mergeEvent(
                base + 500 + record.id.id % 100, on: record.id.id, at: Int(at(0).seconds(until: merged)),
                by: accounts[Int(record.id.id / 2 % 3)])
        }
    }

    /// One that begins on Monday, 2 March 2026, 0:00 UTC.
    static func onMonday(project: Int64 = 1, instance: InstanceID = "alpha") -> History {
        History(
            project: project, instance: instance,
            shift: Int(1_772_409_600 - History.start.secondsSince1970))
    }
}
