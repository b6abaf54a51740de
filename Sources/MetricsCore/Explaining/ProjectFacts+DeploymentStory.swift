extension ProjectFacts {
    /// - Parameter position: among the successful production deployments.
    func story(ofDeployment position: Int) -> Story {
        let deployment = deployments.successes[position]
        let record = records.deployments.rows[Int(deployment.row)]
        let environment = deployments.environments[Int(deployment.environment)]
        var story = Story(title: "deployment \(deployment.id) to \(environment)")
        story.add(record.origin?.value.createdAt, "created by \(name(of: record.triggeredBy?.value))")
        story.add(
            deployment.finish,
            "finished, as \(record.finish?.rank.words ?? "GitLab") tells"
                + (deployment.isFirst ? "; the first known to \(environment)" : ""))
        for link in links where link.deployment == Int32(position) {
            let timeline = mergeRequests[Int(link.mergeRequest)]
            let summary = self.record(of: timeline).summary?.value
            story.add(
                timeline.merged ?? timeline.created,
                "merged and brought by it: !\(summary?.iid ?? 0) \(summary?.title ?? ""), known by its "
                    + "\(link.basis.words) (\(link.basis.confidence))",
                RecordReference(kind: .mergeRequest, instance: project.instance, id: String(timeline.id)))
        }
        for failure in failures where failure.deployment == Int32(position) { add(failure, to: &story) }
        if !failures.contains(where: { $0.deployment == Int32(position) }) {
            story.remarks.append("no failure is attributed to it")
        }
        return story
    }

    private func add(_ failure: FailureAttribution, to story: inout Story) {
        let ground = "\(failure.basis.words) (\(failure.basis.confidence))"
        guard let incident = failure.incident.map({ incidents[Int($0)] }) else {
            story.add(failure.resolved, "failed and taken back: \(ground)")
            return
        }
        let issue = records.issues.rows[Int(incident.row)].summary?.value
        story.add(
            incident.opened, "failed: incident #\(issue?.iid ?? 0) \(issue?.title ?? ""), \(ground)",
            RecordReference(kind: .issue, instance: project.instance, id: String(incident.id)))
        story.add(failure.resolved, "incident #\(issue?.iid ?? 0) closed")
    }

    /// - Parameter position: among the incidents.
    func story(ofIncident position: Int) -> Story {
        let incident = incidents[position]
        let record = records.issues.rows[Int(incident.row)]
        let summary = record.summary?.value
        var story = Story(title: "#\(summary?.iid ?? 0) \(summary?.title ?? "")")
        story.add(incident.opened, "opened by \(name(of: record.author?.value))")
        story.add(incident.closed, "closed by \(name(of: record.closedBy?.value))")
        for failure in failures where failure.incident == Int32(position) {
            let deployment = deployments.successes[Int(failure.deployment)]
            story.add(
                deployment.finish,
                "deployment \(deployment.id), held to have caused it: \(failure.basis.words) "
                    + "(\(failure.basis.confidence))",
                RecordReference(kind: .deployment, instance: project.instance, id: String(deployment.id)))
        }
        if unattributedIncidents.contains(Int32(position)) {
            story.remarks.append("no deployment can be held to have caused it")
        }
        return story
    }
}

extension DeploymentRecord.FinishSource {
    var words: String {
        switch self {
        case .updatedAt: "its last update"
        case .statusChangedAt: "a webhook"
        case .jobFinishedAt: "the end of its job"
        case .finishedAt: "GitLab's own finish"
        }
    }
}
