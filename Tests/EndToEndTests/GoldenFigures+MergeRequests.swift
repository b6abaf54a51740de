import MetricsCore

extension GoldenFigures {
    /// Those of merge requests, typed from Documentation/GoldenProject.md.
    static let typedMergeRequests: [MetricID: GoldenFigures] = [
        .codingTime: GoldenFigures(
            number: 1_800,
            spread: Spread(
                min: 600, median: 1_800, mean: 114_000.0 / 13, p75: 1_800, p90: 3_600, p95: 38_160,
                max: 90_000), counted: "!3 !4 !5 !6 !7 !8 !9 !10 !11 !12 !14 !15 !16",
            leftOut: ["bot": "!13", "draft": "!17"]),
        .timeToFullApproval: GoldenFigures(
            number: 18_000,
            spread: Spread(
                min: 0, median: 18_000, mean: 56_220, p75: 85_500, p90: 103_680, p95: 181_440, max: 259_200),
            counted: "!3 !4 !5 !6 !7 !9 !11 !12 !14 !15",
            leftOut: ["bot": "!13", "draft": "!17", "no_approval": "!8 !10", "pending": "!16"],
            marked: ["while_draft": "!5"]),
        .reviewTime: GoldenFigures(
            number: 68_550,
            spread: Spread(
                min: 600, median: 68_550, mean: 70_830, p75: 83_700, p90: 142_200, p95: 198_900, max: 255_600),
            counted: "!3 !4 !5 !6 !7 !9 !11 !12 !14 !15",
            leftOut: [
                "bot": "!13", "closed_unmerged": "!10", "draft": "!17", "missing_instant": "!8",
                "pending": "!16",
            ]),
        .reworkTime: GoldenFigures(
            number: 3_600,
            spread: Spread(
                min: 0, median: 3_600, mean: 43_380, p75: 51_300, p90: 90_000, p95: 171_000, max: 252_000),
            counted: "!3 !4 !5 !6 !7 !9 !11 !12 !14 !15",
            leftOut: ["bot": "!13", "draft": "!17", "no_approval": "!8 !10", "pending": "!16"]),
        .approvalToMergeTime: GoldenFigures(
            number: 10_800,
            spread: Spread(
                min: 600, median: 10_800, mean: 27_450, p75: 52_275, p90: 76_680, p95: 81_540, max: 86_400),
            counted: "!3 !4 !5 !6 !7 !9 !11 !12 !14 !15",
            leftOut: [
                "bot": "!13", "closed_unmerged": "!10", "draft": "!17", "missing_instant": "!8",
                "pending": "!16",
            ]),
        .timeToDeploy: GoldenFigures(
            number: 10_800,
            spread: Spread(
                min: 2_400, median: 10_800, mean: 83_940, p75: 91_800, p90: 280_800, p95: 313_200,
                max: 345_600), counted: "!2 !3 !4 !5 !6 !7 !8 !9 !11 !12",
            leftOut: ["bot": "!13", "first_deployment": "!14", "not_deployed_yet": "!15"],
            marked: ["linked_by_listing": "!2 !3 !4 !5 !6 !7 !8 !9 !11 !12"]),
        .cycleTime: GoldenFigures(
            number: 107_100,
            spread: Spread(
                min: 4_200, median: 107_100, mean: 178_800, p75: 274_950, p90: 388_980, p95: 454_590,
                max: 520_200), counted: "!2 !3 !4 !5 !6 !7 !8 !9 !11 !12",
            leftOut: ["bot": "!13", "first_deployment": "!14", "not_deployed_yet": "!15"],
            marked: ["linked_by_listing": "!2 !3 !4 !5 !6 !7 !8 !9 !11 !12"]),
        .timeToClose: GoldenFigures(
            number: 86_400,
            spread: Spread(
                min: 86_400, median: 86_400, mean: 86_400, p75: 86_400, p90: 86_400, p95: 86_400, max: 86_400),
            counted: "!10"),
        .draftTime: GoldenFigures(
            number: 86_400,
            spread: Spread(
                min: 86_400, median: 86_400, mean: 86_400, p75: 86_400, p90: 86_400, p95: 86_400, max: 86_400),
            counted: "!5", leftOut: ["bot": "!13", "never_draft": "!3 !4 !6 !7 !8 !9 !11 !12 !14 !15"]),
        .authorWaitingTime: GoldenFigures(
            number: 10_800,
            spread: Spread(
                min: 0, median: 10_800, mean: 632_700.0 / 11, p75: 77_550, p90: 129_600, p95: 192_600,
                max: 255_600), counted: "!3 !4 !5 !6 !7 !8 !9 !11 !12 !14 !15", leftOut: ["bot": "!13"]),
        .reviewerWaitingTime: GoldenFigures(
            number: 10_800,
            spread: Spread(
                min: 600, median: 10_800, mean: 142_800.0 / 11, p75: 16_200, p90: 28_800, p95: 36_000,
                max: 43_200), counted: "!3 !4 !5 !6 !7 !8 !9 !11 !12 !14 !15", leftOut: ["bot": "!13"]),
        .mergeRequestsOpened: GoldenFigures(
            number: 14, counted: "!3 !4 !5 !6 !7 !8 !9 !10 !11 !12 !14 !15 !16 !17", leftOut: ["bot": "!13"]),
        .mergeRequestsMerged: GoldenFigures(
            number: 11, counted: "!3 !4 !5 !6 !7 !8 !9 !11 !12 !14 !15", leftOut: ["bot": "!13"]),
        .mergeRequestsClosed: GoldenFigures(number: 1, counted: "!10"),
        .mergeRequestThroughput: GoldenFigures(
            number: 77.0 / 30, counted: "!3 !4 !5 !6 !7 !8 !9 !11 !12 !14 !15", leftOut: ["bot": "!13"]),
        .openMergeRequests: GoldenFigures(number: 3, counted: "!1 !16 !17"),
        .openMergeRequestAge: GoldenFigures(
            number: 485_999,
            spread: Spread(
                min: 399_599, median: 485_999, mean: 2_559_599, p75: 3_639_599, p90: 5_531_759,
                p95: 6_162_479, max: 6_793_199),
            counted: "!1 !16 !17"),
        .reopenedMergeRequests: GoldenFigures(number: 1, counted: "!3"),
        .staleMergeRequests: GoldenFigures(number: 1.0 / 3, counted: "!1 !16 !17", hits: "!1"),
        .mergeRequestSize: GoldenFigures(
            number: nil, counted: "",
            leftOut: ["bot": "!13", "no_size": "!3 !4 !5 !6 !7 !8 !9 !11 !12 !14 !15"]),
        .mergeRequestFiles: GoldenFigures(
            number: nil, counted: "",
            leftOut: ["bot": "!13", "no_size": "!3 !4 !5 !6 !7 !8 !9 !11 !12 !14 !15"]),
        .reviewDepth: GoldenFigures(
            number: 7.0 / 11,
            spread: Spread(min: 0, median: 1, mean: 7.0 / 11, p75: 1, p90: 1, p95: 1, max: 1),
            counted: "!3 !4 !5 !6 !7 !8 !9 !11 !12 !14 !15", leftOut: ["bot": "!13"]),
        .reviewDensity: GoldenFigures(
            number: nil, counted: "",
            leftOut: ["bot": "!13", "no_size": "!3 !4 !5 !6 !7 !8 !9 !11 !12 !14 !15"]),
        .reviewersPerMergeRequest: GoldenFigures(
            number: 10.0 / 11,
            spread: Spread(min: 0, median: 1, mean: 10.0 / 11, p75: 1, p90: 1, p95: 1, max: 1),
            counted: "!3 !4 !5 !6 !7 !8 !9 !11 !12 !14 !15", leftOut: ["bot": "!13"]),
        .reworkCycles: GoldenFigures(
            number: 0, spread: Spread(min: 0, median: 0, mean: 0, p75: 0, p90: 0, p95: 0, max: 0),
            counted: "!3 !4 !5 !6 !7 !8 !9 !11 !12 !14 !15", leftOut: ["bot": "!13"]),
        .unreviewedMerges: GoldenFigures(
            number: 1.0 / 11, counted: "!3 !4 !5 !6 !7 !8 !9 !11 !12 !14 !15", hits: "!8",
            leftOut: ["bot": "!13"]),
        .selfMerges: GoldenFigures(
            number: 1.0 / 11, counted: "!3 !4 !5 !6 !7 !8 !9 !11 !12 !14 !15", hits: "!8",
            leftOut: ["bot": "!13"]),
        .revertedMergeRequests: GoldenFigures(
            number: 1.0 / 11, counted: "!3 !4 !5 !6 !7 !8 !9 !11 !12 !14 !15", hits: "!8",
            leftOut: ["bot": "!13"]),
    ]
}
