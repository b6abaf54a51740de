package import MetricsCore

extension RecordGenerator {
    /// What note, listing or event is about; a note's subject follows from its id, as in GitLab.
    func subject(_ id: Int64, in project: ProjectKey) -> RecordReference {
        id.isMultiple(of: 2)
            ? .mergeRequest(MergeRequestKey(project.instance, id / 2))
            : .issue(IssueKey(project.instance, id / 2 + 1))
    }

    package mutating func note(in project: ProjectKey) -> NoteRecord {
        let id = number(1...8)
        return NoteRecord(
            id: NoteKey(project.instance, id), project: project, subject: subject(id, in: project),
            createdAt: instant(),
            facts: register {
                NoteRecord.Facts(
                    author: $0.maybe { $0.account() }, activity: $0.pick([nil, .approved, .markedDraft]),
                    isResolvable: $0.chance(50), resolvedAt: $0.maybe { $0.instant() })
            })
    }

    package mutating func approvals(in project: ProjectKey) -> ApprovalsRecord {
        ApprovalsRecord(
            id: MergeRequestKey(project.instance, id()), project: project,
            by: maybe { $0.register { $0.accounts() } },
            required: maybe { $0.register { $0.maybe { Int($0.id()) } } })
    }

    package mutating func provisionalEvent(in project: ProjectKey) -> ProvisionalEvent {
        let id = id()
        return ProvisionalEvent(
            id: .init(instance: project.instance, delivery: "delivery-\(id)", index: Int(number(0...1))),
            project: project, mergeRequest: MergeRequestKey(project.instance, id),
            activity: pick([.approved, .unapproved]), actor: maybe { $0.account() }, at: instant(),
            received: number(-20_000...20_000))
    }

    package mutating func listing(in project: ProjectKey) -> ListingRecord {
        let began = number(-20_000...20_000)
        let deployment = RecordReference.deployment(DeploymentKey(project.instance, id()))
        return switch number(1...5) {
        case 1:
            ListingRecord(
                id: .init(subject: deployment, children: .mergeRequest), project: project, began: began,
                members: .ids(ids()))
        case 2:
            ListingRecord(
                id: .init(subject: .mergeRequest(MergeRequestKey(project.instance, id())), children: .commit),
                project: project, began: began, members: .shas([sha()]))
        case 3:
            ListingRecord(
                id: .init(subject: .project(project), children: .mergeRequest), project: project,
                began: began,
                members: .ids(ids()))
        default:
            ListingRecord(
                id: .init(subject: subject(number(1...8), in: project), children: .note), project: project,
                began: began, members: .ids(pick([[], [1, 2, 3, 4, 5, 6, 7, 8], ids()])))
        }
    }

    package mutating func coverage(in project: ProjectKey) -> CoverageRecord {
        CoverageRecord(
            id: .init(project: project, kind: pick([.mergeRequest, .pipeline])),
            extent: register {
                .init(
                    status: $0.pick(CoverageRecord.Status.allCases), since: $0.instant(), until: $0.instant())
            })
    }

    /// Removes something of any kind but a tombstone.
    package mutating func tombstone(in project: ProjectKey) -> Tombstone {
        let kind = pick(RecordKind.allCases.filter { $0 != .tombstone })
        return Tombstone(id: record(of: kind, in: project).reference, project: project, removedAt: instant())
    }
}
