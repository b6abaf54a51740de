import MetricsCore

extension History {
    /// A commit whose message says that it was picked from another one.
    mutating func pick(_ sha: String, of original: String, parents: [String] = [], authored: Int = 0) {
        insert(
            CommitRecord(
                id: CommitKey(project, sha),
                facts: Register(
                    .init(
                        title: sha, authorName: nil, authorEmail: nil, authoredAt: at(authored),
                        cherryPicked: original), stamp: Self.laterStamp),
                committedAt: Register(at(authored), stamp: Self.laterStamp),
                parents: Register(parents, stamp: Self.laterStamp)))
    }

    /// Changes what is known of a deployment.
    mutating func edit(deployment id: Int64, _ change: (inout DeploymentRecord) -> Void) {
        guard var record = records[project].deployments[DeploymentKey(project.instance, id)] else { return }
        change(&record)
        insert(record)
    }

    /// Changes what is known of an issue.
    mutating func edit(issue id: Int64, _ change: (inout IssueRecord) -> Void) {
        guard var record = records[project].issues[IssueKey(project.instance, id)] else { return }
        change(&record)
        insert(record)
    }

    /// A finished deployment of which webhooks alone tell: no commit, and only the environment's name.
    mutating func deployment(
        heardOf id: Int64, to environment: String, finished: Int, carrying mergeRequests: [Int64]? = nil
    ) {
        var record = DeploymentRecord(id: DeploymentKey(project.instance, id), project: project)
        record.environmentName = Register(environment, stamp: Self.laterStamp)
        record.status = Register(.success, stamp: Self.laterStamp)
        record.finish = RankedRegister(at(finished), rank: .statusChangedAt, stamp: Self.laterStamp)
        insert(record)
        guard let mergeRequests else { return }
        insert(
            ListingRecord(
                id: .init(subject: record.reference, children: .mergeRequest), project: project, began: 1,
                members: .ids(mergeRequests)))
    }

    /// Every link, in words: `!1 in 101 by mergeCommit`.
    func links(_ rules: FactRules = .standard) -> [String] {
        let facts = facts(rules)
        return facts.links.map { link in
            let mergeRequest = facts.mergeRequests[Int(link.mergeRequest)].id
            let deployment = facts.deployments.successes[Int(link.deployment)].id
            return "!\(mergeRequest) in \(deployment) by \(link.basis)"
        }.sorted()
    }

    /// Every failure, in words: `101 by rollback`, `101 by named: #9`.
    func failures(_ rules: FactRules = .standard) -> [String] {
        let facts = facts(rules)
        return facts.failures.map { failure in
            let deployment = facts.deployments.successes[Int(failure.deployment)].id
            let incident = failure.incident.map { ": #\(facts.incidents[Int($0)].id)" } ?? ""
            return "\(deployment) by \(failure.basis)\(incident)"
        }.sorted()
    }
}
