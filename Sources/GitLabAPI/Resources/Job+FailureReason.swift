public import GitLabVocabulary

extension Job {
    /// Why a job failed. An open set, grown by almost every release: unknown values decode too.
    ///
    /// <https://docs.gitlab.com/api/jobs/>
    public struct FailureReason: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let unknown = Self(rawValue: "unknown_failure")
        /// What the job ran said so: the one reason that lies with the code.
        public static let script = Self(rawValue: "script_failure")
        public static let api = Self(rawValue: "api_failure")
        /// No runner took it in time, or it fell silent.
        public static let stuckOrTimedOut = Self(rawValue: "stuck_or_timeout_failure")
        public static let runnerSystem = Self(rawValue: "runner_system_failure")
        public static let missingDependency = Self(rawValue: "missing_dependency_failure")
        public static let runnerUnsupported = Self(rawValue: "runner_unsupported")
        /// It ran longer than it may.
        public static let executionTimedOut = Self(rawValue: "job_execution_timeout")
        public static let unmetPrerequisites = Self(rawValue: "unmet_prerequisites")
        /// Another deployment made it out of date.
        public static let forwardDeployment = Self(rawValue: "forward_deployment_failure")
        public static let protectedEnvironment = Self(rawValue: "protected_environment_failure")
        /// Of a bridge whose pipeline could not be made.
        public static let downstreamPipelineCreation = Self(rawValue: "downstream_pipeline_creation_failed")
        public static let ciQuotaExceeded = Self(rawValue: "ci_quota_exceeded")
    }
}
