import MetricsCore

extension GoldenFigures {
    /// Those of review, typed from Documentation/GoldenProject.md.
    static let typedReview: [MetricID: GoldenFigures] = [
        .reviewsGiven: GoldenFigures(
            number: 12,
            counted:
                "note 9004 note 9006 note 9010 note 9014 note 9016 note 9018 note 9019 note 9021 note 9023 note 9026 note 9028 note 9029",
            leftOut: ["bot": "note 9025"]),
        .reviewsReceived: GoldenFigures(
            number: 12, counted: "!3 !4 !5 !6 !7 !9 !10 !11 !12 !14 !15 !16", leftOut: ["bot": "!13"]),
        .reviewResponseTime: GoldenFigures(
            number: 10_800,
            spread: Spread(
                min: 600, median: 10_800, mean: 146_400.0 / 11, p75: 16_200, p90: 28_800, p95: 36_000,
                max: 43_200),
            counted:
                "note 9004 note 9006 note 9014 note 9016 note 9018 note 9019 note 9021 note 9023 note 9026 note 9028 note 9029",
            leftOut: ["bot": "note 9025"]),
        .openReviewQueue: GoldenFigures(number: 0, counted: ""),
        .reviewQueueAge: GoldenFigures(number: nil, counted: ""),
        .activeDays: GoldenFigures(
            number: 62,
            counted:
                "!10 !11 !12 !14 !15 !16 !17 !3 !4 !5 !6 !7 !8 !8 !9 #1 #2 #3 #4 #5 #6 #7 1004 1005 1006 1007 1008 1009 1010 1012 1013 1014 1015 1016 commit 008f25b6 commit 08a45dc9 commit 12a87049 commit 244f7e9e commit 2974b5d0 commit 29c1d9a1 commit 32a76f5b commit 37a72b0c commit 4334b502 commit 58092926 commit 5c381bd2 commit 6d7af110 commit 7f3d969d commit 7fb59cc4 commit 886c1067 commit 9e43de18 commit b9d82a55 commit bb0470d0 commit bdde0c75 commit c6559a90 commit d9a84397 commit dc1d9453 commit e05352df commit ea4bcf7f commit eba1def3 commit ec31a7ca commit fb13c1cf note 9004 note 9005 note 9006 note 9007 note 9008 note 9009 note 9010 note 9011 note 9013 note 9014 note 9015 note 9016 note 9017 note 9018 note 9019 note 9021 note 9022 note 9023 note 9024 note 9025 note 9026 note 9027 note 9028 note 9029 note 9030",
            leftOut: ["bot": "!13 note 9012"]),
        .reviewEffort: GoldenFigures(
            number: 7_500,
            counted:
                "note 9004 note 9005 note 9006 note 9008 note 9010 note 9014 note 9015 note 9016 note 9017 note 9018 note 9019 note 9021 note 9022 note 9023 note 9024 note 9026 note 9027 note 9028 note 9029 note 9030",
            leftOut: ["bot": "note 9025"]),
    ]
}
