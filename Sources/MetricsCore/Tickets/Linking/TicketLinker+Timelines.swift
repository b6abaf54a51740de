extension TicketLinker {
    /// The tickets of one project's merge requests and commits, each with what became of them. Merge those of several
    /// projects.
    public func timelines(of facts: ProjectFacts) -> TicketTimelines {
        let links = links(in: facts)
        guard !links.isEmpty else { return TicketTimelines() }
        let course = TicketCourse(of: facts, links)
        return TicketTimelines(
            Dictionary(grouping: links, by: \.ticket).map { ticket, links in
                course.timeline(of: ticket, links)
            })
    }
}

/// What became of a project's merge requests, commits and issues, by record.
private struct TicketCourse {
    private var mergeRequests: [RecordReference: MergeRequestTimeline] = [:]
    private var deployments: [RecordReference: [TicketDelivery]] = [:]
    /// The commit that a record landed as.
    private var landed: [RecordReference: SHA] = [:]
    private var issues: [TicketKey: TicketIssue] = [:]
    private let released: ReleasedCommits
    private let authored: [RecordReference: Instant]

    init(of facts: ProjectFacts, _ links: [TicketLink]) {
        let linked = Set(links.map(\.record))
        for timeline in facts.mergeRequests {
            let record = facts.record(of: timeline)
            guard linked.contains(record.reference) else { continue }
            mergeRequests[record.reference] = timeline
            landed[record.reference] = timeline.merged == nil ? nil : record.landedSHA.map { SHA($0) }
        }
        for link in facts.links {
            let mergeRequest = facts.record(of: facts.mergeRequests[Int(link.mergeRequest)]).reference
            let deployment = facts.deployments.successes[Int(link.deployment)]
            guard linked.contains(mergeRequest), !deployment.isFirst else { continue }
            let reference = RecordReference.deployment(DeploymentKey(facts.project.instance, deployment.id))
            deployments[mergeRequest, default: []].append(TicketDelivery(reference, at: deployment.finish))
        }
        var authored: [RecordReference: Instant] = [:]
        for commit in facts.records.commits where linked.contains(commit.reference) {
            authored[commit.reference] = commit.facts.value.authoredAt
            landed[commit.reference] = SHA(commit.id.sha)
        }
        self.authored = authored
        released = ReleasedCommits(among: Set(landed.values), in: facts.records)
        readIssues(of: facts)
    }

    private mutating func readIssues(of facts: ProjectFacts) {
        let project = facts.ticketProject
        for record in facts.records.issues where !record.isGone {
            guard let summary = record.summary?.value else { continue }
            let key = project.resolve(TicketKey(.gitLabIssue, "#\(summary.iid)"))
            issues[key] = TicketIssue(
                record.reference, created: summary.createdAt,
                closed: summary.state == .closed ? record.closedAt?.value : nil)
        }
    }

    func timeline(of ticket: TicketKey, _ links: [TicketLink]) -> TicketTimeline {
        TicketTimeline(
            ticket, issues: issues[ticket].map { [$0] } ?? [],
            mergeRequests: links.compactMap { link in
                mergeRequests[link.record].map {
                    TicketActivity(
                        link, began: $0.created, merged: $0.merged, deployed: $0.deployed,
                        isOpen: $0.traits.contains(.open))
                }
            },
            commits: links.compactMap { link in authored[link.record].map { TicketActivity(link, began: $0) }
            },
            deployments: links.flatMap { deployments[$0.record] ?? [] },
            releases: links.compactMap { landed[$0.record].flatMap { released[$0] } })
    }
}

extension MergeRequestRecord {
    /// The commit it landed as, once it is merged.
    fileprivate var landedSHA: String? {
        (mergeCommitSHA?.value ?? nil) ?? (squashCommitSHA?.value ?? nil) ?? (headSHA?.value ?? nil)
    }
}
