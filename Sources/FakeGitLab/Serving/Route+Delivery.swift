extension Route {
    /// What is built, tagged, run and deployed, and how it is watched.
    static let delivery: [Route] =
        CommitEndpoints.routes + BranchEndpoints.routes + TagEndpoints.routes + ReleaseEndpoints.routes
        + PipelineEndpoints.routes + JobEndpoints.routes + EnvironmentEndpoints.routes
        + DeploymentEndpoints.routes + HookEndpoints.routes
        + TokenEndpoints.routes + DORAEndpoints.routes
}
