import MetricsCore

extension GoldenFigures {
    /// Those of commits, issues, booked time, branches and releases, typed from Documentation/GoldenProject.md.
    static let typedWork: [MetricID: GoldenFigures] = [
        .issuesCreated: GoldenFigures(number: 1, counted: "#1"),
        .issuesClosed: GoldenFigures(number: 1, counted: "#1"),
        .issuesReopened: GoldenFigures(number: 0, counted: ""),
        .issueComments: GoldenFigures(number: 0, counted: ""),
        .issueLeadTime: GoldenFigures(
            number: 1_555_200,
            spread: Spread(
                min: 1_555_200, median: 1_555_200, mean: 1_555_200, p75: 1_555_200, p90: 1_555_200,
                p95: 1_555_200, max: 1_555_200), counted: "#1"),
        .issueCycleTime: GoldenFigures(number: nil, counted: "", leftOut: ["no_work": "#1"]),
        .timeEstimated: GoldenFigures(number: 0, counted: ""),
        .branchesCreated: GoldenFigures(number: 1, counted: "2014"),
        .branchesDeleted: GoldenFigures(number: 1, counted: "2015"),
        .tagsCreated: GoldenFigures(number: 0, counted: ""),
        .tagsDeleted: GoldenFigures(number: 0, counted: ""),
    ]
}
