public import GitLabVocabulary

/// How many tests of a pipeline passed and failed, in all and by suite. Which ones is not read.
///
/// <https://docs.gitlab.com/api/pipelines/#retrieve-a-test-report-summary-for-a-pipeline>
public struct TestReportSummary: Decodable, Hashable, Sendable {
    /// Numbers of tests, and the time they took.
    public struct Count: Hashable, Sendable {
        /// Seconds, the sum of all tests.
        public let time: Double
        public let total: Int
        public let success: Int
        public let failed: Int
        public let skipped: Int
        public let error: Int
    }

    /// The tests of one job, or of all jobs of a matrix.
    public struct Suite: Decodable, Hashable, Sendable {
        /// That of the job.
        public let name: String
        public let count: Count
        public let jobs: [JobID]

        private enum CodingKeys: String, CodingKey {
            case name
            case time = "total_time"
            case total = "total_count"
            case success = "success_count"
            case failed = "failed_count"
            case skipped = "skipped_count"
            case error = "error_count"
            case jobs = "build_ids"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            name = try fields.required(.name)
            count = Count(
                time: fields.number(.time) ?? 0, total: fields.integer(.total) ?? 0,
                success: fields.integer(.success) ?? 0, failed: fields.integer(.failed) ?? 0,
                skipped: fields.integer(.skipped) ?? 0, error: fields.integer(.error) ?? 0)
            jobs = fields.list(.jobs)
        }
    }

    public let total: Count
    /// None when no job reports tests.
    public let suites: [Suite]

    private enum CodingKeys: String, CodingKey {
        case total
        case suites = "test_suites"
    }

    private enum TotalKeys: String, CodingKey {
        case time, count, success, failed, skipped, error
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let total = try fields.nestedContainer(keyedBy: TotalKeys.self, forKey: .total)
        self.total = Count(
            time: total.number(.time) ?? 0, total: total.integer(.count) ?? 0,
            success: total.integer(.success) ?? 0, failed: total.integer(.failed) ?? 0,
            skipped: total.integer(.skipped) ?? 0, error: total.integer(.error) ?? 0)
        suites = fields.list(.suites)
    }
}
