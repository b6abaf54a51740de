import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing

@Suite("Jobs, bridges and reports of tests")
struct JobTests {
    static let lines: [(String, String)] = [
        (RequestFactoryTests.line(.job(7, in: 3)), "GET projects/3/jobs/7"),
        (
            RequestFactoryTests.line(.jobs(ofPipeline: 46, in: 3)),
            "GET projects/3/pipelines/46/jobs?per_page=100"
        ),
        (
            RequestFactoryTests.line(
                .jobs(ofPipeline: 46, in: 3, statuses: [.failed, .success], includesRetried: true)),
            "GET projects/3/pipelines/46/jobs?scope%5B%5D=failed&scope%5B%5D=success&include_retried=true&per_page=100"
        ),
        (
            RequestFactoryTests.line(.jobs(in: "a/b", statuses: [.failed], perPage: 20)),
            "GET projects/a%2Fb/jobs?scope%5B%5D=failed&pagination=keyset&order_by=id&sort=desc&per_page=20"
        ),
        (
            RequestFactoryTests.line(.bridges(ofPipeline: 46, in: 3)),
            "GET projects/3/pipelines/46/bridges?per_page=100"
        ),
        (
            RequestFactoryTests.line(.testReportSummary(ofPipeline: 46, in: 3)),
            "GET projects/3/pipelines/46/test_report_summary"
        ),
        (
            RequestFactoryTests.line(
                .pipelines(in: 3, scope: .tags, name: "nightly", username: "ada", orderBy: .status)),
            "GET projects/3/pipelines?scope=tags&name=nightly&username=ada&order_by=status&sort=desc&per_page=100"
        ),
    ]

    @Test("a factory makes the request GitLab documents", arguments: lines)
    func factories(line: String, documented: String) { #expect(line == documented) }

    @Test(
        "what GitLab publishes is read",
        .enabled(if: PublishedPayload.isThere, "the collection of published bodies is not beside the package")
    )
    func published() throws {
        let job = try #require(PublishedPayload.decode("jobs_list", as: [Job].self).first)
        #expect(job.failureReason == .script && job.tags == ["docker runner"] && job.runner == nil)
        #expect(job.isArchived == false && job.queuedDuration == 0.01)
        let bridge = try #require(PublishedPayload.decode("bridges_list", as: [Bridge].self).first)
        #expect(bridge.job.name == "deploy-downstream" && bridge.downstreamPipeline?.id == 5)
        #expect(bridge.downstreamPipeline?.source == .pipeline)
        let pipeline: Pipeline = try PublishedPayload.decode("pipeline_single")
        #expect(!pipeline.hasInvalidConfiguration && pipeline.isArchived == false)
    }

    @Test("a report of tests is read, numbers as texts included")
    func report() throws {
        let report: TestReportSummary = try decode(
            """
            {"total": {"time": 12.5, "count": 7, "success": 5, "failed": 1, "skipped": 1, "error": 0, "suite_error": null},
             "test_suites": [{"name": "unit", "total_time": "12.5", "total_count": 7, "success_count": 5,
              "failed_count": 1, "skipped_count": 1, "error_count": 0, "build_ids": [66, 67], "suite_error": null},
              {"total_count": 1}]}
            """)
        #expect(report.total.total == 7 && report.total.failed == 1 && report.total.time == 12.5)
        #expect(report.suites.map(\.name) == ["unit"] && report.suites[0].jobs == [66, 67])
        #expect(report.suites[0].count == report.total)
    }

    @Test("a bridge that started nothing has no pipeline, and an unknown reason to fail is kept")
    func sparse() throws {
        let bridge: Bridge = try decode(
            #"{"id": 1, "name": "down", "downstream_pipeline": null, "failure_reason": "something_new"}"#)
        #expect(bridge.downstreamPipeline == nil && bridge.job.failureReason == "something_new")
        let pipeline: Pipeline = try decode(
            #"{"id": 1, "status": "failed", "created_at": "2026-01-01T00:00:00Z", "yaml_errors": "jobs: nothing"}"#
        )
        #expect(pipeline.hasInvalidConfiguration)
    }
}
