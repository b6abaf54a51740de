package import MetricsCore

extension RecordGenerator {
    package mutating func release(in project: ProjectKey) -> ReleaseRecord {
        var record = ReleaseRecord(id: ReleaseKey(project, name()))
        record.summary = maybe {
            $0.register {
                .init(
                    name: $0.maybe { $0.text() }, createdAt: $0.instant(),
                    releasedAt: $0.maybe { $0.instant() })
            }
        }
        record.author = maybe { $0.register { $0.maybe { $0.account() } } }
        record.sha = maybe { $0.register { $0.maybe { $0.sha() } } }
        record.milestones = maybe { $0.register { $0.ids().map { MilestoneKey(project.instance, $0) } } }
        record.existence = existence()
        return record
    }

    package mutating func branch(in project: ProjectKey) -> BranchRecord {
        var record = BranchRecord(id: BranchKey(project, name()))
        record.head = maybe { $0.register { .init(sha: $0.sha(), committedAt: $0.maybe { $0.instant() }) } }
        record.traits = maybe {
            $0.register {
                .init(isDefault: $0.chance(20), isProtected: $0.chance(50), isMerged: $0.chance(50))
            }
        }
        record.existence = existence()
        return record
    }

    package mutating func tag(in project: ProjectKey) -> TagRecord {
        var record = TagRecord(id: TagKey(project, name()))
        record.sha = maybe { $0.register { $0.sha() } }
        record.createdAt = maybe { $0.register { $0.maybe { $0.instant() } } }
        record.existence = existence()
        return record
    }

    private mutating func name() -> String { pick(["main", "v1.0", "fix/ä", "a@b"]) }
}
