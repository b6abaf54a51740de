import MetricsCore

extension GoldenFigures {
    /// Those of commits, issues, booked time, branches and releases, typed from Documentation/GoldenProject.md.
    static let typedWork: [MetricID: GoldenFigures] = [
        .commits: GoldenFigures(
            number: 18,
            counted:
                "commit 008f25b6 commit 08a45dc9 commit 12a87049 commit 244f7e9e commit 2974b5d0 commit 32a76f5b commit 4334b502 commit 5c381bd2 commit 886c1067 commit 9e43de18 commit b9d82a55 commit bb0470d0 commit bdde0c75 commit c6559a90 commit dc1d9453 commit ea4bcf7f commit eba1def3 commit fb13c1cf",
            leftOut: [
                "merge_commit":
                    "commit 29c1d9a1 commit 37a72b0c commit 58092926 commit 6d7af110 commit 7f3d969d commit 7fb59cc4 commit d9a84397 commit e05352df commit ec31a7ca"
            ]),
        .linesAdded: GoldenFigures(
            number: 123,
            counted:
                "commit 008f25b6 commit 08a45dc9 commit 12a87049 commit 244f7e9e commit 32a76f5b commit 4334b502 commit 886c1067 commit 9e43de18 commit bb0470d0 commit c6559a90 commit dc1d9453 commit ea4bcf7f commit fb13c1cf",
            leftOut: [
                "merge_commit":
                    "commit 29c1d9a1 commit 37a72b0c commit 58092926 commit 6d7af110 commit 7f3d969d commit 7fb59cc4 commit d9a84397 commit e05352df commit ec31a7ca",
                "no_size": "commit 2974b5d0 commit 5c381bd2 commit b9d82a55 commit bdde0c75 commit eba1def3",
            ]),
        .linesRemoved: GoldenFigures(
            number: 35,
            counted:
                "commit 008f25b6 commit 08a45dc9 commit 12a87049 commit 244f7e9e commit 32a76f5b commit 4334b502 commit 886c1067 commit 9e43de18 commit bb0470d0 commit c6559a90 commit dc1d9453 commit ea4bcf7f commit fb13c1cf",
            leftOut: [
                "merge_commit":
                    "commit 29c1d9a1 commit 37a72b0c commit 58092926 commit 6d7af110 commit 7f3d969d commit 7fb59cc4 commit d9a84397 commit e05352df commit ec31a7ca",
                "no_size": "commit 2974b5d0 commit 5c381bd2 commit b9d82a55 commit bdde0c75 commit eba1def3",
            ]),
        .issuesCreated: GoldenFigures(number: 1, counted: "#1"),
        .issuesClosed: GoldenFigures(number: 1, counted: "#1"),
        .issuesReopened: GoldenFigures(number: 0, counted: ""),
        .issueComments: GoldenFigures(number: nil, counted: "", coverage: "not_collected"),
        .issueLeadTime: GoldenFigures(
            number: 1_555_200,
            spread: Spread(
                min: 1_555_200, median: 1_555_200, mean: 1_555_200, p75: 1_555_200, p90: 1_555_200,
                p95: 1_555_200, max: 1_555_200), counted: "#1"),
        .issueCycleTime: GoldenFigures(number: nil, counted: "", leftOut: ["no_work": "#1"]),
        .timeSpent: GoldenFigures(number: nil, counted: "", coverage: "not_collected"),
        .timeEstimated: GoldenFigures(number: 0, counted: ""),
        .branchesCreated: GoldenFigures(number: 1, counted: "2014"),
        .branchesDeleted: GoldenFigures(number: 1, counted: "2015"),
        .tagsCreated: GoldenFigures(number: 0, counted: ""),
        .tagsDeleted: GoldenFigures(number: 0, counted: ""),
        .releases: GoldenFigures(number: 1, counted: "release v1.0"),
    ]
}
