import MetricsCore

extension GoldenFigures {
    /// Those of delivery and pipelines, typed from Documentation/GoldenProject.md.
    static let typedPipelines: [MetricID: GoldenFigures] = [
        .deploymentDays: GoldenFigures(
            number: 2, counted: "302 305 306 307 308 309 312 313 314",
            leftOut: ["canceled": "310", "failed": "304", "skipped": "311"]),
        .pipelineQueueTime: GoldenFigures(
            number: 59,
            spread: Spread(min: 59, median: 59, mean: 59.2, p75: 59, p90: 59.6, p95: 59.8, max: 60),
            counted: "401 402 403 405 408", leftOut: ["canceled": "406", "running": "409", "skipped": "407"]),
        .timeToGreen: GoldenFigures(number: nil, counted: ""),
        .flakyPipelines: GoldenFigures(
            number: 1.0 / 5, counted: "401 402 403 405 408", hits: "405",
            leftOut: ["canceled": "406", "running": "409", "skipped": "407"]),
        .pipelineMinutes: GoldenFigures(
            number: 4_620, counted: "401 402 403 405 406 408",
            leftOut: ["running": "409", "skipped": "407"]),
        .mergeRequestPipelineSuccessRate: GoldenFigures(
            number: 0, counted: "402", leftOut: ["canceled": "406"]),
        .mergeRequestPipelineDuration: GoldenFigures(
            number: 300,
            spread: Spread(min: 300, median: 300, mean: 300, p75: 300, p90: 300, p95: 300, max: 300),
            counted: "402", leftOut: ["canceled": "406"]),
        .jobFailureRate: GoldenFigures(
            number: 1.0 / 5, counted: "602 603 605 606 608", hits: "602", leftOut: ["running": "609"]),
        .jobDuration: GoldenFigures(
            number: 380,
            spread: Spread(min: 120, median: 380, mean: 1_370.0 / 3, p75: 640, p90: 780, p95: 810, max: 840),
            counted: "602 603 605 606 607 608", leftOut: ["running": "609"]),
        .retriedJobs: GoldenFigures(
            number: 1.0 / 5, counted: "602 603 605 606 608", hits: "608", leftOut: ["running": "609"]),
    ]
}
