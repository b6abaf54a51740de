/// What started a pipeline. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/ci/jobs/job_rules/#ci_pipeline_source-predefined-variable>
public struct PipelineSource: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let push = Self(rawValue: "push")
    public static let web = Self(rawValue: "web")
    public static let trigger = Self(rawValue: "trigger")
    public static let schedule = Self(rawValue: "schedule")
    public static let api = Self(rawValue: "api")
    public static let external = Self(rawValue: "external")
    public static let pipeline = Self(rawValue: "pipeline")
    public static let chat = Self(rawValue: "chat")
    public static let webide = Self(rawValue: "webide")
    public static let mergeRequestEvent = Self(rawValue: "merge_request_event")
    public static let parentPipeline = Self(rawValue: "parent_pipeline")
    public static let unknown = Self(rawValue: "unknown")
    public static let externalPullRequestEvent = Self(rawValue: "external_pull_request_event")
    public static let onDemandDASTScan = Self(rawValue: "ondemand_dast_scan")
    public static let onDemandDASTValidation = Self(rawValue: "ondemand_dast_validation")
    public static let securityOrchestrationPolicy = Self(rawValue: "security_orchestration_policy")
    public static let containerRegistryPush = Self(rawValue: "container_registry_push")
    public static let duoWorkflow = Self(rawValue: "duo_workflow")
    public static let pipelineExecutionPolicySchedule = Self(rawValue: "pipeline_execution_policy_schedule")
    public static let dependencyManagementSecurityUpdate = Self(
        rawValue: "dependency_management_security_update")
}
