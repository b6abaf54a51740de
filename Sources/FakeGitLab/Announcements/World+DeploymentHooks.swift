import WireFormat

/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#deployment-events>
extension World {
    private static let announced: Set<String> = ["running", "success", "failed", "canceled"]

    /// Tells of a deployment that has a new status, where GitLab does.
    mutating func announce(deployment id: Int) { announce { $0.deploymentAnnouncement(id) } }

    func deploymentAnnouncement(_ id: Int) -> Announcement? {
        guard let row = deployments[id], Self.announced.contains(row.status),
            let place = environments[row.environment], let project = projects[row.parent]
        else { return nil }
        let job = row.resource.id(of: "deployable")
        let user = row.resource.id(of: "user")
        return announcement(
            "Deployment Hook", "deployment_events", in: row.parent,
            [
                "object_kind": "deployment", "status": .string(row.status),
                "status_changed_at": .string(row.resource.updatedAt.zonedText), "deployment_id": .int(id),
                "deployable_id": .number(job),
                "deployable_url": .text(job.map { "\(project.webURL)/-/jobs/\($0)" }),
                "environment": .string(place.name), "environment_tier": .string(place.tier),
                "environment_slug": place.resource["slug"],
                "environment_external_url": place.resource["external_url"],
                "project": hookProject(row.parent),
                "short_sha": .string(String(row.sha.prefix(8))), "user": user.map { hookUser($0) } ?? .null,
                "user_url": .text(user.map { "\(externalURL)/\(username($0))" }),
                "commit_url": .string("\(project.webURL)/-/commit/\(row.sha)"),
                "commit_title": .text(commit(row.sha, in: row.parent)?.title),
            ])
    }
}
