public import Foundation
public import MetricsCore

extension Activity: CustomStringConvertible {
    /// One line for people, in UTC.
    public var description: String { text() }

    /// One line for people: `2026-03-05 12:00 ben merged acme/app !4 Fix the lamp`.
    ///
    /// - Parameter timeZone: in which the instant is written.
    public func text(in timeZone: TimeZone = .gmt) -> String {
        // No calendar reaches all instants a record can hold.
        let at = min(max(at, .distantPast), .distantFuture)
        let project = projectPath ?? project.description
        let name = subject.name ?? ""
        let parts =
            switch subject.reference.kind {
            case .mergeRequest, .issue: [verb, project, name, subject.title ?? ""]
            default: [verb, name, "in", project, subject.title ?? ""]
            }
        let words = [PeriodText.minute(at, in: timeZone), actorName] + parts
        let line = words.filter { !$0.isEmpty }.joined(separator: " ")
        return status.map { "\(line): \($0)" } ?? line
    }

    private var actorName: String {
        switch actor {
        case .account(let account): account.username
        case .author(let name, let email): name ?? email
        case nil: "somebody"
        }
    }

    private var verb: String {
        switch kind {
        case .timeLogged: loggedTime
        case .commitsPushed: pushedCommits
        default: Self.verbs[kind] ?? kind.rawValue.replacing("_", with: " ")
        }
    }

    private var loggedTime: String {
        let seconds = seconds ?? 0
        let duration = DurationText.text(Double(min(seconds.magnitude, 1 << 50)))
        return seconds < 0 ? "took back \(duration) on" : "logged \(duration) on"
    }

    private var pushedCommits: String {
        guard let commitCount else { return "pushed to" }
        return commitCount == 1 ? "pushed 1 commit to" : "pushed \(commitCount) commits to"
    }

    private static let verbs: [Kind: String] = [
        .mergeRequestOpened: "opened", .mergeRequestCommented: "commented on", .approved: "approved",
        .unapproved: "withdrew approval of", .changesRequested: "requested changes to",
        .reviewRequested: "requested review of", .markedReady: "marked as ready",
        .markedDraft: "marked as draft",
        .merged: "merged", .mergeRequestClosed: "closed", .mergeRequestReopened: "reopened",
        .issueCreated: "created", .issueCommented: "commented on", .issueClosed: "closed",
        .issueReopened: "reopened", .committed: "committed", .branchCreated: "created branch",
        .branchDeleted: "deleted branch", .tagCreated: "created tag", .tagDeleted: "deleted tag",
        .released: "released", .pipelineRun: "ran pipeline", .deployed: "deployed to",
    ]
}
