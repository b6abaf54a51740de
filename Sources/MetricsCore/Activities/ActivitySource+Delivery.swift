/// Pipelines and deployments.
extension ActivitySource {
    /// By creation, which never changes. Child and downstream pipelines are part of the one that started them.
    mutating func addPipelines() {
        for pipeline in records.pipelines {
            guard let summary = pipeline.summary?.value, period.contains(summary.createdAt) else { continue }
            if case .leftOut(.childPipeline) = pipeline.outcome { continue }
            add(
                .pipelineRun, at: summary.createdAt, by: pipeline.user?.value.map { .account($0) },
                told: pipeline.reference,
                on: Activity.Subject(pipeline.reference, name: "#\(pipeline.id.id)"),
                link: pages.pipeline(pipeline.id.id)
            ) {
                $0.status = summary.status
            }
        }
    }

    /// By finish. Those that go on, wait or were skipped have not come to anything yet.
    mutating func addDeployments() {
        for deployment in records.deployments {
            guard let status = deployment.status?.value, status.isTerminal, status != .skipped,
                let finish = deployment.finish?.value, period.contains(finish)
            else { continue }
            let environment = deployment.origin?.value.environment
            let name =
                deployment.environmentName?.value
                ?? environment.flatMap { records.environments[$0]?.name?.value }
            add(
                .deployed, at: finish, by: deployment.triggeredBy?.value.map { .account($0) },
                told: deployment.reference,
                on: Activity.Subject(
                    environment.map { .environment($0) } ?? deployment.reference, name: name),
                link: environment.flatMap { pages.environment($0.id) }
            ) {
                $0.status = status.rawValue
            }
        }
    }
}
