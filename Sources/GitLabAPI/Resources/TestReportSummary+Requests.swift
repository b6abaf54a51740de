public import GitLabVocabulary

extension Request where Response == TestReportSummary {
    /// How many tests of a pipeline passed and failed; zeros when no job reports tests.
    ///
    /// <https://docs.gitlab.com/api/pipelines/#retrieve-a-test-report-summary-for-a-pipeline>
    public static func testReportSummary(ofPipeline id: PipelineID, in project: ProjectReference) -> Self {
        Self(path: "\(project.apiPath)/pipelines/\(id)/test_report_summary")
    }
}
