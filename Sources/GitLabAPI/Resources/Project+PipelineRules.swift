extension Project {
    /// How a project runs its pipelines. Where their definition lies is not read, nor any token.
    ///
    /// <https://docs.gitlab.com/api/projects/>
    public struct PipelineRules: Decodable, Hashable, Sendable {
        /// Seconds a job may take.
        public let timeout: Int?
        /// Whether a push cancels what runs for older commits: `enabled` or `disabled`.
        public let cancelsRedundant: String?
        /// Whether deployments of older commits are skipped.
        public let preventsOutdatedDeployments: Bool?
        /// Whether an older commit may be deployed again all the same.
        public let allowsRollbacks: Bool?
        /// Whether pipelines of forks' merge requests may run in this project.
        public let runsForksHere: Bool?
        public let keepsLatestArtifact: Bool?
        public let groupRunnersEnabled: Bool?
        /// Whether protected branches have caches of their own.
        public let separatesCaches: Bool?
        /// Seconds after which pipelines are deleted; `nil` for never.
        public let retention: Int?
        /// `fetch` or `clone`.
        public let gitStrategy: String?
        /// How many commits jobs fetch; 0 for all.
        public let gitDepth: Int?
        /// In which order jobs of a resource group run.
        public let resourceGroupMode: String?
        /// The least role that cancels: `developer`, `maintainer` or `no_one`; Premium and Ultimate only.
        public let cancellationRole: String?
        /// `continuous`, `manual` or `timed_incremental`.
        public let autoDevOpsStrategy: String?

        private enum CodingKeys: String, CodingKey {
            case timeout = "build_timeout"
            case cancelsRedundant = "auto_cancel_pending_pipelines"
            case preventsOutdatedDeployments = "ci_forward_deployment_enabled"
            case allowsRollbacks = "ci_forward_deployment_rollback_allowed"
            case runsForksHere = "ci_allow_fork_pipelines_to_run_in_parent_project"
            case keepsLatestArtifact = "keep_latest_artifact"
            case groupRunnersEnabled = "group_runners_enabled"
            case separatesCaches = "ci_separated_caches"
            case retention = "ci_delete_pipelines_in_seconds"
            case gitStrategy = "build_git_strategy"
            case gitDepth = "ci_default_git_depth"
            case resourceGroupMode = "resource_group_default_process_mode"
            case cancellationRole = "ci_restrict_pipeline_cancellation_role"
            case autoDevOpsStrategy = "auto_devops_deploy_strategy"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            timeout = fields.integer(.timeout)
            cancelsRedundant = fields.lenient(.cancelsRedundant)
            preventsOutdatedDeployments = fields.optionalFlag(.preventsOutdatedDeployments)
            allowsRollbacks = fields.optionalFlag(.allowsRollbacks)
            runsForksHere = fields.optionalFlag(.runsForksHere)
            keepsLatestArtifact = fields.optionalFlag(.keepsLatestArtifact)
            groupRunnersEnabled = fields.optionalFlag(.groupRunnersEnabled)
            separatesCaches = fields.optionalFlag(.separatesCaches)
            retention = fields.integer(.retention)
            gitStrategy = fields.lenient(.gitStrategy)
            gitDepth = fields.integer(.gitDepth)
            resourceGroupMode = fields.lenient(.resourceGroupMode)
            cancellationRole = fields.lenient(.cancellationRole)
            autoDevOpsStrategy = fields.lenient(.autoDevOpsStrategy)
        }
    }
}
