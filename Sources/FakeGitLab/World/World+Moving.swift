import Foundation
import WireFormat

/// Projects that are renamed, transferred and deleted, with everything in them.
extension World {
    /// Changes what a project is called and says of itself; the path stays.
    public mutating func editProject(_ id: Int, name: String? = nil, description: String? = nil)
        throws(WorldError)
    {
        let project = try project(id)
        let group = project.resource.text("name_with_namespace")?.components(separatedBy: " / ").dropLast()
        if let name {
            projects[id]?.resource["name"] = .string(name)
            projects[id]?.resource["name_with_namespace"] = .string(
                ((group ?? []) + [name]).joined(separator: " / "))
        }
        if let description { projects[id]?.resource["description"] = .string(description) }
        projects[id]?.resource.update(at: clock)
        announce("project_update", project: id)
    }

    /// Renames the project's path; the old one answers 301 from now on.
    ///
    /// <https://docs.gitlab.com/user/project/repository/#repository-path-changes>
    public mutating func moveProject(_ id: Int, to path: String) throws(WorldError) {
        let project = try project(id)
        guard let group = groups[project.group] else { throw .missing("group", project.group) }
        projects[id]?.resource["path"] = .string(path)
        readdress(project, as: "\(group.fullPath)/\(path)")
        projects[id]?.resource.update(at: clock)
        announce("project_rename", project: id, oldPath: project.path)
    }

    /// Hands the project to another group; the old path answers 301 from now on.
    ///
    /// <https://docs.gitlab.com/user/project/working_with_projects/#transfer-a-project>
    public mutating func transferProject(_ id: Int, toGroup group: Int) throws(WorldError) {
        let project = try project(id)
        guard let owner = groups[group] else { throw .missing("group", group) }
        projects.remove(id)
        var object = project.resource.object
        object["namespace"] = owner.namespace
        object["name_with_namespace"] = .string(
            "\(owner.resource.text("full_name") ?? "") / \(project.resource.text("name") ?? "")")
        projects.insert(
            Project(
                resource: Resource(
                    id: id, parent: group, createdAt: project.resource.createdAt, object: object),
                group: group))
        readdress(project, as: "\(owner.fullPath)/\(project.resource.text("path") ?? "")")
        projects[id]?.resource.update(at: clock)
        announce("project_transfer", project: id, oldPath: project.path)
    }

    /// Deletes the project at once with everything in it. Merge requests into other projects that came from it
    /// stay, and no longer say where from.
    public mutating func deleteProject(_ id: Int) throws(WorldError) {
        _ = try project(id)
        announce("project_destroy", project: id)
        for iid in mergeRequestIIDs(in: id) { try deleteMergeRequest(iid, in: id) }
        for row in issues.rows(in: id) { try deleteIssue(row.iid, in: id) }
        for row in pipelines.ids(in: id) { pipelines.remove(row) }
        for row in environments.ids(in: id) { environments.remove(row) }
        for row in deployments.ids(in: id) { deployments.remove(row) }
        for row in events.ids(in: id) { events.remove(row) }
        for row in releases.ids(in: id) { releases.remove(row) }
        for row in labels.ids(in: id) { labels.remove(row) }
        for row in milestones.ids(in: id) { milestones.remove(row) }
        mergeRequests.updateAll { row in
            if row.resource["source_project_id"].intValue == id { row.resource["source_project_id"] = nil }
        }
        projectPaths = projectPaths.filter { $0.value != id }
        projectMembers[id] = nil
        repositories[id] = nil
        projects.remove(id)
    }

    /// Gives a project and what lies in it addresses below a new full path. GitLab computes them; no time moves.
    mutating func readdress(_ project: Project, as fullPath: String) {
        let address = Readdressing(host: externalURL, from: project.path, to: fullPath)
        projects[project.id]?.readdress(address)
        for id in mergeRequests.ids(in: project.id) { mergeRequests[id]?.readdress(address) }
        for id in issues.ids(in: project.id) { issues[id]?.readdress(address) }
        for id in pipelines.ids(in: project.id) { pipelines[id]?.readdress(address) }
        for id in milestones.ids(in: project.id) {
            milestones[id]?.readdress(address)
            embedMilestone(id)
        }
        projectPaths[fullPath.lowercased()] = project.id
    }
}
