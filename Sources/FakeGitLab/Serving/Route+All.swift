extension Route {
    /// Every endpoint of the fake.
    static let all: [Route] =
        InstanceEndpoints.routes + UserEndpoints.routes + GroupEndpoints.routes + ProjectEndpoints.routes
        + MergeRequestEndpoints.routes + NoteEndpoints.routes + IssueEndpoints.routes + EventEndpoints.routes
        + delivery
}
