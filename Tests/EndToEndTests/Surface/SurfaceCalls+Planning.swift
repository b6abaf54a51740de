import GitLabAPI
import GitLabVocabulary

extension SurfaceCall {
    static let planning: [SurfaceCall] = [
        SurfaceCall("issues(in:)") { .issues(in: .id(try $0.project)) },
        SurfaceCall("issue(_:in:)") { .issue(try $0.issue, in: .id(try $0.project)) },
        SurfaceCall("notes(ofIssue:in:)") { .notes(ofIssue: try $0.issue, in: .id(try $0.project)) },
        SurfaceCall("stateEvents(ofIssue:in:)") {
            .stateEvents(ofIssue: try $0.issue, in: .id(try $0.project))
        },
        SurfaceCall("issues(in:matching:)") {
            .issues(in: .id(try $0.project), matching: IssueFilter(state: .closed))
        },
        SurfaceCall("issues(inGroup:)") { .issues(inGroup: .id(try $0.group)) },
        SurfaceCall("issues(scope:)") { _ in .issues(scope: .all) },
        SurfaceCall("labelEvents(ofIssue:in:)") {
            .labelEvents(ofIssue: try $0.plannedIssue, in: .id(try $0.project))
        },
        SurfaceCall("milestoneEvents(ofIssue:in:)") {
            .milestoneEvents(ofIssue: try $0.plannedIssue, in: .id(try $0.project))
        },
        SurfaceCall("timeStats(ofIssue:in:)") { .timeStats(ofIssue: try $0.issue, in: .id(try $0.project)) },
        SurfaceCall("mergeRequests(relatedToIssue:in:)") {
            .mergeRequests(relatedToIssue: try $0.fixedIssue, in: .id(try $0.project))
        },
        SurfaceCall("mergeRequests(closingIssue:in:)") {
            .mergeRequests(closingIssue: try $0.fixedIssue, in: .id(try $0.project))
        },
    ]

    static let labels: [SurfaceCall] = [
        SurfaceCall("labels(in:)") { .labels(in: .id(try $0.project)) },
        SurfaceCall("label(_:in:)") { .label(try $0.label, in: .id(try $0.project)) },
        SurfaceCall("labels(inGroup:)") { .labels(inGroup: .id(try $0.group)) },
        SurfaceCall("label(_:inGroup:)") { .label(try $0.label, inGroup: .id(try $0.group)) },
    ]

    static let milestones: [SurfaceCall] = [
        SurfaceCall("milestones(in:)") { .milestones(in: .id(try $0.project)) },
        SurfaceCall("milestone(_:in:)") { .milestone(try $0.milestone, in: .id(try $0.project)) },
        SurfaceCall("issues(inMilestone:of:)") {
            .issues(inMilestone: try $0.milestone, of: .id(try $0.project))
        },
        SurfaceCall("mergeRequests(inMilestone:of:)") {
            .mergeRequests(inMilestone: try $0.milestone, of: .id(try $0.project))
        },
        SurfaceCall("milestones(inGroup:)") { .milestones(inGroup: .id(try $0.group)) },
        SurfaceCall("milestone(_:inGroup:)") {
            .milestone(try $0.groupMilestone, inGroup: .id(try $0.group))
        },
        SurfaceCall("issues(inMilestone:ofGroup:)") {
            .issues(inMilestone: try $0.groupMilestone, ofGroup: .id(try $0.group))
        },
        SurfaceCall("mergeRequests(inMilestone:ofGroup:)") {
            .mergeRequests(inMilestone: try $0.groupMilestone, ofGroup: .id(try $0.group))
        },
    ]
}
