extension ProjectFacts {
    /// Facts known otherwise than from records: those of a benchmark, or of a host that keeps moments and not records.
    ///
    /// - Parameter records: what besides is known of the project: coverage, above all.
    package init(
        of project: ProjectKey, mergeRequests: [MergeRequestTimeline], deployments: DeploymentHistory,
        incidents: [Incident], failures: [FailureAttribution], records: ProjectRecords
    ) {
        self.project = project
        self.records = records
        rules = .standard
        bots = Bots(of: records, in: project.instance, rules: .standard)
        self.mergeRequests = mergeRequests
        self.deployments = deployments
        self.incidents = incidents
        self.failures = failures
        events = []
        links = []
        revertedMergeRequests = []
        unattributedIncidents = []
    }
}

extension MergeRequestTimeline {
    /// The moments of a merge request's life, known otherwise than from records.
    package init(
        id: Int64, created: Instant, ready: Instant?, firstReview: Instant?, approved: Instant?,
        merged: Instant?,
        deployed: Instant?, traits: Traits
    ) {
        let moments = MergeRequestMoments(
            ready: ready, firstReview: firstReview, approved: approved, merged: merged, deployed: deployed)
        self.init(
            id: id, row: 0, traits: traits, author: 0, created: created, moments: moments)
    }
}

extension DeploymentHistory {
    /// Successes and others of one environment, known otherwise than from records.
    ///
    /// - Parameter finished: id, finish and status of each.
    package init(environment: String, finished: [(id: Int64, at: Instant, status: DeploymentRecord.Status)]) {
        self.init(
            environments: [environment],
            deployments: finished.map { deployment in
                ProductionDeployment(
                    id: deployment.id, row: 0, environment: 0, finish: deployment.at,
                    status: deployment.status)
            })
    }
}

extension Incident {
    package init(id: Int64, opened: Instant, closed: Instant?) {
        self.init(id: id, row: 0, opened: opened, closed: closed)
    }
}

extension FailureAttribution {
    /// A failure held against a success, by its position.
    package init(against deployment: Int32, resolved: Instant?) {
        self.init(deployment: deployment, basis: .named, incident: nil, resolved: resolved)
    }
}
