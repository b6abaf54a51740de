import WireFormat

/// An entry of a project's activity feed.
struct Event: Stored {
    /// What the event is about.
    struct Target {
        var id: Int
        var iid: Int
        var type: String
        var title: String
        var note: JSONValue?
    }

    var resource: Resource
}

/// One change of state of a merge request or an issue.
struct StateEvent: Stored {
    var resource: Resource
}
