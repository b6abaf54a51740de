extension ProjectRecords {
    /// Who did what in the period, the newest first: each thing once, be it told by several records.
    ///
    /// Only what GitLab still shows counts. Bots are in it, marked. Given `active(in: period)` alone, the answer is the
    /// same, but for time booked on what was not active when it was spent.
    ///
    /// - Parameters:
    ///   - project: whose records these are.
    ///   - period: when it was done; the end is not included.
    ///   - rules: of these, who is a bot, and the roster, whose bots are bots too.
    /// - Complexity: O(n log n) in the records.
    public func activities(
        of project: ProjectKey, in period: Range<Instant>, rules: FactRules = .standard
    ) -> [Activity] {
        var source = ActivitySource(of: project, self, in: period, rules: rules)
        source.addSubjects()
        source.addComments()
        source.addActs()
        source.addTimeLogs()
        source.addCommits()
        source.addPushes()
        source.addReleases()
        source.addPipelines()
        source.addDeployments()
        return source.activities.sorted { $0.position < $1.position }
    }
}

extension Activity {
    /// The kinds of record that tell activities, or whom and what they name.
    public static let recordKinds: Set<RecordKind> = [
        .project, .mergeRequest, .issue, .note, .listing, .provisionalEvent, .stateEvent, .timeLog, .commit,
        .activityEvent, .release, .pipeline, .deployment, .environment, .user,
    ]
}
