/// Finds which tickets the merge requests and commits of projects belong to.
///
/// Titles and branches are scanned here. Of descriptions and messages the records tell what they named when they were read.
public struct TicketLinker: Hashable, Sendable {
    public let scanner: TicketScanner

    public init(_ scanner: TicketScanner = .standard) { self.scanner = scanner }

    /// One link for each ticket and live merge request or commit that names it, by ticket and record.
    ///
    /// A merge request also belongs to the tickets its commits name, and is none of its own.
    ///
    /// Complexity: O(n) in the texts, O(m log m) in the links.
    public func links(in facts: ProjectFacts) -> [TicketLink] {
        let commits = commitLinks(in: facts)
        return (mergeRequestLinks(in: facts, commits) + commits.values.joined()).sorted {
            ($0.ticket, $0.record) < ($1.ticket, $1.record)
        }
    }

    private func commitLinks(in facts: ProjectFacts) -> [CommitKey: [TicketLink]] {
        let project = facts.ticketProject
        var links: [CommitKey: [TicketLink]] = [:]
        for commit in facts.records.commits {
            var names = TicketNames()
            names.add(
                scanner.mentions(in: commit.facts.value.title, of: .init(.commitTitle, project: project)),
                .commitTitle)
            names.add(
                commit.facts.value.tickets.compactMap { scanner.adopt($0, in: project) }, .commitMessage)
            if !names.isEmpty { links[commit.id] = names.links(to: commit.reference) }
        }
        return links
    }

    private func mergeRequestLinks(
        in facts: ProjectFacts, _ commits: [CommitKey: [TicketLink]]
    ) -> [TicketLink] {
        let project = facts.ticketProject
        let byCommits = commits.isEmpty ? [:] : links(throughCommits: commits, in: facts)
        return facts.mergeRequests.flatMap { timeline in
            let record = facts.record(of: timeline)
            guard let summary = record.summary?.value else { return [TicketLink]() }
            var names = TicketNames()
            names.add(scanner.mentions(in: summary.title, of: .init(.title, project: project)), .title)
            names.add(
                scanner.mentions(in: summary.sourceBranch, of: .init(.branch, project: project)), .branch)
            names.add(
                (record.tickets?.value ?? []).compactMap { scanner.adopt($0, in: project) }, .description)
            for link in byCommits[timeline.id] ?? [] {
                names.add(link.ticket, link.source, isClosing: link.isClosing)
            }
            names.remove(project.resolve(TicketKey(.gitLabMergeRequest, "!\(summary.iid)")))
            return names.links(to: record.reference)
        }
    }

    /// By merge request, what its commits name.
    private func links(
        throughCommits commits: [CommitKey: [TicketLink]], in facts: ProjectFacts
    ) -> [Int64: [TicketLink]] {
        var links: [Int64: [TicketLink]] = [:]
        for listing in facts.records.listings where listing.id.children == .commit {
            guard listing.id.subject.kind == .mergeRequest, case .shas(let shas) = listing.members,
                let id = Int64(listing.id.subject.id)
            else { continue }
            for sha in shas { links[id, default: []] += commits[CommitKey(listing.project, sha)] ?? [] }
        }
        return links
    }
}

extension ProjectFacts {
    var ticketProject: TicketProject { TicketProject(project, records.project[project]) }
}

/// The tickets one record names, each with its surest source.
private struct TicketNames {
    private var names: [TicketKey: (source: TicketSource, isClosing: Bool)] = [:]

    var isEmpty: Bool { names.isEmpty }

    mutating func add(_ ticket: TicketKey, _ source: TicketSource, isClosing: Bool) {
        let known = names[ticket] ?? (source, isClosing)
        names[ticket] = (min(known.source, source), known.isClosing || isClosing)
    }

    mutating func add(_ mentions: [TicketMention], _ source: TicketSource) {
        for mention in mentions { add(mention.ticket, source, isClosing: mention.isClosing) }
    }

    mutating func remove(_ ticket: TicketKey) { names[ticket] = nil }

    func links(to record: RecordReference) -> [TicketLink] {
        names.map { TicketLink($0.key, record, source: $0.value.source, isClosing: $0.value.isClosing) }
    }
}
