package import MetricsCore

extension RecordGenerator {
    package mutating func timeLog(in project: ProjectKey) -> TimeLogRecord {
        let id = number(1...8)
        var record = TimeLogRecord(
            id: TimeLogKey(project.instance, id), project: project, subject: subject(id, in: project),
            facts: register {
                .init(user: $0.maybe { $0.account() }, seconds: 60 * Int($0.id()), spentAt: $0.instant())
            })
        record.existence = existence()
        return record
    }

    package mutating func labelEvent(in project: ProjectKey) -> LabelEventRecord {
        event(in: project) { .init(label: $0.maybe { $0.text() }, isAdded: $0.chance(50)) }
    }

    package mutating func stateEvent(in project: ProjectKey) -> StateEventRecord {
        event(in: project) {
            .init(
                state: $0.pick(["closed", "reopened"]), sourceCommit: $0.maybe { $0.sha() },
                sourceMergeRequest: $0.maybe { MergeRequestKey(project.instance, $0.id()) })
        }
    }

    package mutating func milestoneEvent(in project: ProjectKey) -> MilestoneEventRecord {
        event(in: project) {
            .init(
                milestone: $0.maybe { MilestoneKey(project.instance, $0.id()) }, isAdded: $0.chance(50))
        }
    }

    private mutating func event<Change>(
        in project: ProjectKey, _ change: (inout Self) -> Change
    ) -> SubjectEvent<Change> {
        let id = number(1...8)
        return SubjectEvent(
            id: RecordKey(project.instance, id), project: project, subject: subject(id, in: project),
            createdAt: instant(), user: maybe { $0.register { $0.maybe { $0.account() } } },
            change: register(change))
    }

    package mutating func activityEvent(in project: ProjectKey) -> ActivityEventRecord {
        ActivityEventRecord(
            id: ActivityEventKey(project.instance, id()), project: project, createdAt: instant(),
            facts: register {
                .init(
                    author: $0.maybe { $0.account() }, action: $0.pick(["opened", "pushed to"]),
                    target: $0.maybe { .init(type: "Issue", id: $0.id(), iid: nil) },
                    push: $0.maybe {
                        .init(
                            action: "pushed", refType: "branch", ref: $0.text(), commitCount: 1,
                            fromSHA: $0.maybe { $0.sha() }, toSHA: $0.sha())
                    })
            })
    }

    /// Its pipeline follows from its id, as in GitLab.
    package mutating func job(in project: ProjectKey) -> JobRecord {
        let id = number(1...8)
        var record = JobRecord(
            id: JobKey(project.instance, id), project: project,
            pipeline: PipelineKey(project.instance, id / 2))
        record.summary = maybe {
            $0.register {
                .init(
                    name: $0.text(), stage: $0.maybe { $0.text() }, isAllowedToFail: $0.chance(20),
                    createdAt: $0.maybe { $0.instant() })
            }
        }
        record.status = maybe { $0.register { $0.pick(["success", "failed", "running", "skipped"]) } }
        record.timing = maybe {
            $0.register {
                .init(
                    startedAt: $0.maybe { $0.instant() }, finishedAt: $0.maybe { $0.instant() },
                    duration: $0.maybe { Int($0.id()) }, queuedDuration: nil)
            }
        }
        record.kind = maybe { $0.register { $0.pick(JobRecord.Kind.allCases) } }
        record.isRetried = maybe { $0.register { $0.chance(30) } }
        record.failureReason = maybe { $0.register { $0.maybe { $0.text() } } }
        record.user = maybe { $0.register { $0.maybe { $0.account() } } }
        record.downstream = maybe { $0.register { $0.maybe { PipelineKey(project.instance, $0.id()) } } }
        return record
    }
}
