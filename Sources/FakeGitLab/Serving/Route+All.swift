extension Route {
    /// Every endpoint of the fake.
    static let all: [Route] =
        InstanceEndpoints.routes + UserEndpoints.routes + GroupEndpoints.routes + ProjectEndpoints.routes
        + MergeRequestEndpoints.routes + ReviewEndpoints.routes + NoteEndpoints.routes
        + DiscussionEndpoints.routes + IssueEndpoints.routes + EventEndpoints.routes
        + delivery + planning
}

extension Route {
    /// People and what they plan.
    private static let planning: [Route] =
        MemberEndpoints.routes + LabelEndpoints.routes + MilestoneEndpoints.routes
        + IssueHistoryEndpoints.routes
}
