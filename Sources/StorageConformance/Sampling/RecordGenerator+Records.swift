package import MetricsCore

extension RecordGenerator {
    package mutating func project(_ key: ProjectKey) -> ProjectRecord {
        var record = ProjectRecord(
            id: key,
            summary: maybe {
                $0.register {
                    ProjectRecord.Summary(
                        path: $0.text(), name: $0.text(), webURL: $0.maybe { $0.text() }, defaultBranch: nil,
                        isArchived: $0.chance(20))
                }
            }, paths: pick([[], [text()]]))
        record.forkedFrom = maybe { $0.register { $0.maybe { $0.pick(Self.projects) } } }
        record.existence = existence()
        return record
    }

    package mutating func milestone(in project: ProjectKey) -> MilestoneRecord {
        var record = MilestoneRecord(id: MilestoneKey(project.instance, id()), project: project)
        record.summary = maybe {
            $0.register {
                MilestoneRecord.Summary(
                    iid: $0.maybe { $0.id() }, title: $0.text(), state: $0.pick(["active", "closed"]),
                    createdAt: $0.maybe { $0.instant() }, updatedAt: nil, dueOn: $0.maybe { $0.day() })
            }
        }
        record.isOfGroup = maybe { $0.register { $0.chance(50) } }
        record.existence = existence()
        return record
    }

    package mutating func environment(in project: ProjectKey) -> EnvironmentRecord {
        var record = EnvironmentRecord(id: EnvironmentKey(project.instance, number(1...2)), project: project)
        record.name = maybe { $0.register { $0.text() } }
        record.tier = maybe { $0.register { $0.maybe { $0.pick(EnvironmentRecord.Tier.allCases) } } }
        return record
    }

    package mutating func mergeRequest(in project: ProjectKey) -> MergeRequestRecord {
        var record = MergeRequestRecord(id: MergeRequestKey(project.instance, id()), project: project)
        record.summary = maybe { $0.register { $0.mergeRequestSummary(record.id.id, in: project) } }
        record.author = maybe { $0.register { $0.maybe { $0.account() } } }
        record.reviewers = maybe { $0.register { $0.accounts() } }
        record.assignees = maybe { $0.register { $0.accounts() } }
        record.merge = maybe {
            $0.register { .init(at: $0.maybe { $0.instant() }, by: $0.maybe { $0.account() }) }
        }
        record.closedAt = maybe { $0.register { $0.maybe { $0.instant() } } }
        record.closedBy = maybe { $0.register { $0.maybe { $0.account() } } }
        record.headSHA = maybe { $0.register { $0.maybe { $0.sha() } } }
        record.mergeCommitSHA = maybe { $0.register { $0.maybe { $0.sha() } } }
        record.squashCommitSHA = maybe { $0.register { $0.maybe { $0.sha() } } }
        record.size = maybe { $0.register { .init(additions: 1, deletions: 0, files: Int($0.id())) } }
        record.headPipeline = maybe {
            $0.register { $0.maybe { PipelineKey(project.instance, $0.id()) } }
        }
        record.milestone = maybe { $0.register { $0.maybe { MilestoneKey(project.instance, $0.id()) } } }
        record.timeEstimate = maybe { $0.register { 3600 * Int($0.id()) } }
        record.commitCount = maybe { $0.register { $0.maybe { Int($0.id()) } } }
        record.webURL = maybe { $0.register { $0.text() } }
        record.existence = existence()
        record.tickets = maybe { $0.register { $0.tickets() } }
        return record
    }

    private mutating func tickets() -> [TicketMention] {
        pick([
            [], [TicketMention(TicketKey(.jira, "ABC-1"))],
            [TicketMention(TicketKey(.gitLabIssue, "#1", project: "web/app"), isClosing: true)],
        ])
    }

    private mutating func mergeRequestSummary(
        _ iid: Int64, in project: ProjectKey
    ) -> MergeRequestRecord.Summary {
        MergeRequestRecord.Summary(
            iid: iid, title: text(), state: pick([.opened, .closed, .locked, .merged]), isDraft: chance(30),
            createdAt: instant(), updatedAt: instant(), sourceBranch: text(), targetBranch: "main",
            sourceProject: maybe { $0.pick(Self.projects) }, labels: [text()],
            reverts: maybe { $0.pick([.mergeRequest(iid: 1), .commit(sha: "c0ffee")]) })
    }

    package mutating func issue(in project: ProjectKey) -> IssueRecord {
        var record = IssueRecord(id: IssueKey(project.instance, id()), project: project)
        record.summary = maybe {
            $0.register {
                IssueRecord.Summary(
                    iid: record.id.id, title: $0.text(), type: $0.pick(["issue", "incident"]),
                    state: $0.pick([.opened, .closed]), createdAt: $0.instant(), updatedAt: $0.instant(),
                    mentions: $0.pick([[], [.mergeRequest(iid: 1)], [.deployment(id: 2)]]))
            }
        }
        record.author = maybe { $0.register { $0.maybe { $0.account() } } }
        record.assignees = maybe { $0.register { $0.accounts() } }
        record.closedAt = maybe { $0.register { $0.maybe { $0.instant() } } }
        record.closedBy = maybe { $0.register { $0.maybe { $0.account() } } }
        record.milestone = maybe { $0.register { $0.maybe { MilestoneKey(project.instance, $0.id()) } } }
        record.weight = maybe { $0.register { $0.maybe { Int($0.id()) } } }
        record.timeEstimate = maybe { $0.register { 3600 * Int($0.id()) } }
        record.movedTo = maybe { $0.register { $0.maybe { IssueKey(project.instance, $0.id()) } } }
        record.isConfidential = maybe { $0.register { $0.chance(20) } }
        record.severity = maybe { $0.register { $0.maybe { $0.pick(["UNKNOWN", "CRITICAL"]) } } }
        record.dueOn = maybe { $0.register { $0.maybe { $0.day() } } }
        record.webURL = maybe { $0.register { $0.text() } }
        record.existence = existence()
        return record
    }

    package mutating func pipeline(in project: ProjectKey) -> PipelineRecord {
        var record = PipelineRecord(id: PipelineKey(project.instance, id()), project: project)
        record.summary = maybe {
            $0.register {
                PipelineRecord.Summary(
                    iid: $0.maybe { $0.id() }, status: $0.pick(["success", "failed", "running", "manual"]),
                    sha: $0.sha(), createdAt: $0.instant())
            }
        }
        record.origin = maybe { $0.register { .init(source: $0.maybe { $0.text() }, ref: "main") } }
        record.user = maybe { $0.register { $0.maybe { $0.account() } } }
        record.upstream = maybe { $0.register { $0.maybe { PipelineKey(project.instance, $0.id()) } } }
        record.timing = maybe {
            $0.register {
                .init(
                    finishedAt: $0.maybe { $0.instant() }, duration: $0.maybe { _ in 7 }, queuedDuration: nil)
            }
        }
        record.startedAt = maybe { $0.register { $0.maybe { $0.instant() } } }
        return record
    }

    package mutating func deployment(in project: ProjectKey) -> DeploymentRecord {
        var record = DeploymentRecord(id: DeploymentKey(project.instance, id()), project: project)
        record.origin = maybe {
            $0.register {
                DeploymentRecord.Origin(
                    iid: $0.maybe { $0.id() },
                    environment: EnvironmentKey(project.instance, $0.number(1...2)),
                    ref: $0.maybe { $0.text() }, sha: $0.sha(), createdAt: $0.instant())
            }
        }
        record.environmentName = maybe { $0.register { $0.text() } }
        record.status = maybe { $0.register { $0.pick([.success, .success, .failed, .running, .blocked]) } }
        record.finish = maybe {
            RankedRegister(
                $0.instant(), rank: $0.pick([.updatedAt, .statusChangedAt, .jobFinishedAt, .finishedAt]),
                stamp: $0.stamp())
        }
        record.triggeredBy = maybe { $0.register { $0.maybe { $0.account() } } }
        return record
    }

    package mutating func commit(in project: ProjectKey) -> CommitRecord {
        CommitRecord(
            id: CommitKey(project, sha()),
            facts: register {
                CommitRecord.Facts(
                    title: $0.text(), authorName: $0.maybe { $0.text() }, authorEmail: nil,
                    authoredAt: $0.instant(), cherryPicked: $0.maybe { $0.sha() }, tickets: $0.tickets())
            }, committedAt: maybe { $0.register { $0.instant() } },
            parents: maybe { $0.register { [$0.sha()] } },
            lines: maybe { $0.register { .init(added: Int($0.id()), removed: 0) } })
    }
}
