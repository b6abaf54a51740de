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
        .reviewEffort: GoldenFigures(
            number: 7_500,
            counted:
                "note 9004 note 9005 note 9006 note 9008 note 9010 note 9014 note 9015 note 9016 note 9017 note 9018 note 9019 note 9021 note 9022 note 9023 note 9024 note 9026 note 9027 note 9028 note 9029 note 9030",
            leftOut: ["bot": "note 9025"]),
    ]
}
