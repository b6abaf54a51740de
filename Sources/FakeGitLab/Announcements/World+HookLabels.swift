import WireFormat

extension World {
    /// Labels of those names as hooks show them; what a project does not know is left out.
    func hookLabels(_ names: [String], in project: Int) -> [JSONValue] {
        names.compactMap { label($0, in: project) }.map { label in
            [
                "id": .int(label.id), "title": .string(label.name), "color": label.resource["color"],
                "project_id": .number(label.project), "created_at": .hookMoment(label.resource.createdAt),
                "updated_at": .hookMoment(label.resource.updatedAt), "template": false,
                "description": label.resource["description"],
                "type": label.project == nil ? "GroupLabel" : "ProjectLabel",
                "group_id": .number(label.group),
            ]
        }
    }
}
