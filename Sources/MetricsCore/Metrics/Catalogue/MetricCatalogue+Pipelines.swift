extension MetricCatalogue {
    /// How pipelines and jobs fare.
    public static let pipelines: [any Metric] = [
        PipelineSuccessRate(), PipelineDuration(), PipelineQueueTime(), TimeToGreen(), FlakyPipelines(),
        PipelineMinutes(), MergeRequestPipelineSuccessRate(), MergeRequestPipelineDuration(),
        JobFailureRate(), JobDuration(), RetriedJobs(),
    ]
}
