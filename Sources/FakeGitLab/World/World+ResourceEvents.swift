import WireFormat

/// A label put on a merge request or an issue, or taken off.
struct LabelEvent: Stored {
    var resource: Resource
}

/// A milestone given to a merge request or an issue, or taken from it.
struct MilestoneEvent: Stored {
    var resource: Resource
}

extension World {
    /// Notes which labels came and which went, by the names of before and after.
    mutating func recordLabels(
        from before: [String], to after: [String], of noteable: Noteable, in project: Int, by user: Int
    ) {
        for name in after where !before.contains(name) {
            recordLabel(name, "add", of: noteable, in: project, by: user)
        }
        for name in before where !after.contains(name) {
            recordLabel(name, "remove", of: noteable, in: project, by: user)
        }
    }

    private mutating func recordLabel(
        _ name: String, _ action: String, of noteable: Noteable, in project: Int, by user: Int
    ) {
        var shown = JSONValue.null
        if let label = label(name, in: project) {
            shown = [:]
            for key in ["id", "name", "color", "description"] { shown[key] = label.resource[key] }
        }
        let id = sequences.next(.labelEvent)
        labelEvents.insert(
            LabelEvent(resource: resourceEvent(id, ("label", shown), action, of: noteable, by: user)))
    }

    /// Notes a change of milestone: one `add` of the new one, or a `remove` of the old.
    mutating func recordMilestone(from before: Int?, to after: Int?, of noteable: Noteable, by user: Int) {
        guard let shown = (after ?? before).flatMap({ milestones[$0] })?.resource.object else { return }
        let id = sequences.next(.milestoneEvent)
        let action = after == nil ? "remove" : "add"
        milestoneEvents.insert(
            MilestoneEvent(resource: resourceEvent(id, ("milestone", shown), action, of: noteable, by: user)))
    }

    private func resourceEvent(
        _ id: Int, _ subject: (key: String, value: JSONValue), _ action: String, of noteable: Noteable,
        by user: Int
    ) -> Resource {
        let isIssue = noteable.parent < 0
        return Resource(
            id: id, parent: noteable.parent, createdAt: clock,
            object: [
                "id": .int(id), "user": basic(user), "created_at": .moment(clock),
                "resource_type": isIssue ? "Issue" : "MergeRequest",
                "resource_id": .int(abs(noteable.parent)), subject.key: subject.value,
                "action": .string(action),
            ])
    }

    /// Removes the events of what is deleted.
    mutating func removeResourceEvents(of noteable: Noteable) {
        for event in stateEvents.ids(in: noteable.parent) { stateEvents.remove(event) }
        for event in labelEvents.ids(in: noteable.parent) { labelEvents.remove(event) }
        for event in milestoneEvents.ids(in: noteable.parent) { milestoneEvents.remove(event) }
    }
}
