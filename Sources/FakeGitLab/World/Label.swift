import WireFormat

/// A label of a project, or of a group and everything below it.
struct Label: Stored {
    var resource: Resource

    /// The project it belongs to; `nil` for a group's.
    var project: Int? { parent > 0 ? parent : nil }
    /// The group it belongs to; `nil` for a project's.
    var group: Int? { parent < 0 ? -parent : nil }
    var name: String { resource.text("name") ?? "" }

    init(resource: Resource) { self.resource = resource }

    /// - Parameter parent: the id of the project, or the negated one of the group.
    init(
        id: Int, parent: Int, name: String, color: String, description: String?, priority: Int?, now: Instant
    ) {
        resource = Resource(
            id: id, parent: parent, createdAt: now,
            object: [
                "id": .int(id), "name": .string(name), "description": .text(description),
                "description_html": .string(description ?? ""), "text_color": .string(Self.text(on: color)),
                "color": .string(color), "subscribed": false, "priority": .number(priority),
                "is_project_label": .bool(parent > 0), "archived": false,
            ])
    }

    /// What a list with `with_labels_details=true` shows instead of the name.
    var details: JSONValue {
        var object: JSONValue = [:]
        for key in ["id", "name", "color", "description", "description_html", "text_color", "archived"] {
            object[key] = resource[key]
        }
        return object
    }

    /// What a list of a group's labels shows: priorities are a project's.
    var ofGroup: JSONValue {
        var object = resource.object
        object["priority"] = nil
        object["is_project_label"] = nil
        return object
    }

    /// White on dark colours, else the dark grey GitLab writes with.
    private static func text(on color: String) -> String {
        let number = Int(color.drop { $0 == "#" }, radix: 16) ?? 0
        let channels = [number >> 16 & 255, number >> 8 & 255, number & 255]
        return channels.reduce(0, +) > 500 ? "#1F1E24" : "#FFFFFF"
    }
}
