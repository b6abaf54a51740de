import WireFormat

extension World {
    mutating func recordEvent(
        _ action: String, in project: Int, by user: Int, target: Event.Target? = nil, push: JSONValue? = nil
    ) {
        let id = sequences.next(.event)
        var object: JSONValue = [
            "id": .int(id), "title": nil, "project_id": .int(project), "action_name": .string(action),
            "target_id": .number(target?.id), "target_iid": .number(target?.iid),
            "target_type": .text(target?.type), "author_id": .int(user), "target_title": .text(target?.title),
            "created_at": .moment(clock), "author": basic(user), "imported": false, "imported_from": "none",
            "author_username": .string(username(user)),
        ]
        if let push { object["push_data"] = push }
        if let note = target?.note { object["note"] = note }
        events.insert(Event(resource: Resource(id: id, parent: project, createdAt: clock, object: object)))
        recordActivity(in: project)
    }

    /// The state events of a merge request hang on its id, those of an issue on its negated id.
    mutating func recordState(_ state: String, mergeRequest: Int, by user: Int) {
        recordState(state, parent: mergeRequest, type: "MergeRequest", id: mergeRequest, by: user)
    }

    mutating func recordState(_ state: String, issue: Int, by user: Int) {
        recordState(state, parent: -issue, type: "Issue", id: issue, by: user)
    }

    private mutating func recordState(_ state: String, parent: Int, type: String, id: Int, by user: Int) {
        let number = sequences.next(.stateEvent)
        stateEvents.insert(
            StateEvent(
                resource: Resource(
                    id: number, parent: parent, createdAt: clock,
                    object: [
                        "id": .int(number), "user": basic(user), "created_at": .moment(clock),
                        "resource_type": .string(type), "resource_id": .int(id), "source_commit": nil,
                        "source_merge_request_id": nil, "state": .string(state),
                    ])))
    }
}
