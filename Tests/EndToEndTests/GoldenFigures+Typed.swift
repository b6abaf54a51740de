import MetricsCore

extension GoldenFigures {
    /// The figures of Documentation/GoldenProject.md, typed from it.
    static let typed = [typedHeadline, typedMergeRequests, typedReview, typedPipelines, typedWork]
        .reduce(into: [:]) { all, room in all.merge(room) { first, _ in first } }

    /// The metrics that are worked out there.
    static let coveredMetrics = MetricCatalogue.all.map(\.id)

    private static let typedHeadline: [MetricID: GoldenFigures] = [
        .deploymentFrequency: GoldenFigures(
            number: 0.3, counted: "302 305 306 307 308 309 312 313 314",
            leftOut: ["failed": "304", "canceled": "310", "skipped": "311"]),
        .leadTime: GoldenFigures(
            number: 10_800,
            spread: Spread(
                min: 2_400, median: 10_800, mean: 83_940, p75: 91_800, p90: 280_800, p95: 313_200,
                max: 345_600),
            counted: "!2 !3 !4 !5 !6 !7 !8 !9 !11 !12",
            leftOut: ["bot": "!13", "first_deployment": "!14", "not_deployed_yet": "!15"],
            marked: ["linked_by_listing": "!2 !3 !4 !5 !6 !7 !8 !9 !11 !12"]),
        .changeFailureRate: GoldenFigures(
            number: 5.0 / 9, counted: "302 305 306 307 308 309 312 313 314", hits: "305 306 308 312 314",
            leftOut: ["failed": "304", "canceled": "310", "skipped": "311", "unattributed": "#2"],
            marked: [
                "failure_named": "305 312", "failure_rolled_back": "306", "failure_reverted": "308",
                "failure_by_recency": "314",
            ]),
        .timeToRestoreService: GoldenFigures(
            number: 10_800,
            spread: Spread(
                min: 5_400, median: 10_800, mean: 43_560, p75: 21_600, p90: 112_320, p95: 142_560,
                max: 172_800),
            counted: "#2 #3 #4 #5 #6", leftOut: ["pending": "#7"]),
        .timeToFirstComment: GoldenFigures(
            number: 9_000,
            spread: Spread(
                min: 0, median: 9_000, mean: 12_200, p75: 15_300, p90: 27_720, p95: 35_280, max: 43_200),
            counted: "!3 !4 !5 !6 !7 !9 !10 !11 !12 !14 !15 !16",
            leftOut: ["bot": "!13 note 9012", "draft": "!17", "no_review": "!8"],
            marked: ["while_draft": "!5"]),
        .timeToApprove: GoldenFigures(
            number: 18_000,
            spread: Spread(
                min: 0, median: 18_000, mean: 56_220, p75: 85_500, p90: 103_680, p95: 181_440, max: 259_200),
            counted: "!3 !4 !5 !6 !7 !9 !11 !12 !14 !15",
            leftOut: ["bot": "!13", "draft": "!17", "no_approval": "!8 !10", "pending": "!16"],
            marked: ["while_draft": "!5"]),
        .timeToMerge: GoldenFigures(
            number: 21_600,
            spread: Spread(
                min: 1_200, median: 21_600, mean: 70_500, p75: 99_150, p90: 172_800, p95: 217_800,
                max: 262_800),
            counted: "!3 !4 !5 !6 !7 !8 !9 !11 !12 !14 !15",
            leftOut: ["bot": "!13", "closed_unmerged": "!10", "draft": "!17", "pending": "!16"]),
        .pipelineSuccessRate: GoldenFigures(
            number: 0.8, counted: "401 402 403 405 408", hits: "401 403 405 408",
            leftOut: ["canceled": "406", "skipped": "407", "running": "409"]),
        .pipelineDuration: GoldenFigures(
            number: 840,
            spread: Spread(min: 300, median: 840, mean: 900, p75: 1_200, p90: 1_416, p95: 1_488, max: 1_560),
            counted: "401 402 403 405 408",
            leftOut: ["canceled": "406", "skipped": "407", "running": "409"]),
    ]

    /// The numbers of the `gitLab` presets.
    static let typedAsGitLab: [MetricID: Double] = [
        .deploymentFrequency: 9, .leadTime: 127_650, .changeFailureRate: 6.0 / 9,
        .timeToRestoreService: 10_800,
        .timeToMerge: 54_000,
    ]
}
