extension ProjectFacts {
    func story(of timeline: MergeRequestTimeline) -> Story {
        let record = record(of: timeline)
        let summary = record.summary?.value
        var story = Story(title: "!\(summary?.iid ?? 0) \(summary?.title ?? "")")
        let author = record.author?.value
        story.add(timeline.firstCommit, "first commit authored")
        story.add(
            timeline.created,
            "created by \(name(of: author))" + (timeline.traits.contains(.byBot) ? ", a bot: left out" : ""))
        for event in events(of: timeline) {
            story.add(event.at, text(of: event, in: timeline), reference(of: event))
        }
        if let ready = timeline.ready, ready == timeline.created { story.add(ready, "ready for review") }
        let merger = record.merge?.value.by
        story.add(timeline.merged, "merged by \(name(of: merger))")
        story.add(timeline.closed, "closed without being merged")
        for link in links where mergeRequests[Int(link.mergeRequest)].id == timeline.id {
            add(link, to: &story)
        }
        if timeline.ready == nil { story.remarks.append("never ready for review") }
        if timeline.traits.contains(.undatedApproval) {
            story.remarks.append("somebody approves it, but since when is not known")
        }
        if timeline.merged != nil, timeline.deployed == nil {
            story.remarks.append(
                timeline.traits.contains(.firstDeploymentOnly)
                    ? "only in the first known deployment of an environment, which carries everything before it"
                    : "in no known production deployment")
        }
        return story
    }

    private func add(_ link: DeploymentLink, to story: inout Story) {
        let deployment = deployments.successes[Int(link.deployment)]
        let environment = deployments.environments[Int(deployment.environment)]
        let note = deployment.isFirst ? "; the first known there: left out" : ""
        story.add(
            deployment.finish,
            "deployed to \(environment) by deployment \(deployment.id), known by its \(link.basis.words) "
                + "(\(link.basis.confidence))\(note)",
            RecordReference(kind: .deployment, instance: project.instance, id: String(deployment.id)))
    }

    private func text(of event: TimelineEvent, in timeline: MergeRequestTimeline) -> String {
        let who = who(of: event)
        var text = "\(event.kind.words) by \(who)"
        if event.actor == .bot, event.kind.isReview { text += ", a bot: left out" }
        if event.actor == .author, event.kind.isReview { text += ", the author: no review" }
        if event.at == timeline.firstReview, event.actor == .human, event.kind.isReview {
            text += ": first review"
            if timeline.traits.contains(.reviewedWhileDraft) { text += ", while a draft" }
        }
        if event.kind == .approved, event.actor == .human {
            if event.at == timeline.approved { text += ": first approval that stood" }
            if event.at == timeline.fullyApproved { text += ", the last that was needed" }
        }
        if event.kind == .markedReady, event.at == timeline.ready { text += ": ready for review" }
        return text
    }

    private func who(of event: TimelineEvent) -> String {
        if event.note != 0, let note = records.notes[NoteKey(project.instance, event.note)] {
            return name(of: note.facts.value.author)
        }
        let rows = records.provisionalEvents.rows
        let row = Int(event.provisional)
        return name(of: rows.indices.contains(row) ? rows[row].actor : nil)
    }

    private func reference(of event: TimelineEvent) -> RecordReference? {
        if event.note != 0 { return .note(NoteKey(project.instance, event.note)) }
        let rows = records.provisionalEvents.rows
        let row = Int(event.provisional)
        return rows.indices.contains(row) ? rows[row].reference : nil
    }

    func name(of account: Account?) -> String {
        guard let account else { return "somebody unknown" }
        return rules.roster.person(of: account, in: project.instance)?.name ?? account.username
    }
}

extension TimelineEvent.Kind {
    var words: String {
        switch self {
        case .comment: "comment"
        case .approved: "approved"
        case .unapproved: "approval withdrawn"
        case .approvalsReset: "approvals reset"
        case .requestedChanges: "changes requested"
        case .markedReady: "marked ready"
        case .markedDraft: "marked as draft"
        case .reviewRequested: "review requested"
        case .reviewRequestRemoved: "review request removed"
        case .commitsAdded: "commits added"
        case .merged: "merge noted"
        case .closed: "closed"
        case .reopened: "reopened"
        }
    }
}
