package import MetricsCore

extension RecordGenerator {
    package mutating func user(in project: ProjectKey) -> UserRecord {
        var record = UserRecord(id: UserKey(project, number(1...3)))
        record.username = maybe { $0.register { $0.text() } }
        record.name = maybe { $0.register { $0.text() } }
        record.isBot = maybe { $0.register { $0.chance(50) } }
        record.state = maybe { $0.register { $0.pick(["active", "blocked"]) } }
        return record
    }

    package mutating func member(in project: ProjectKey) -> MemberRecord {
        var record = MemberRecord(id: UserKey(project, number(1...3)))
        record.user = maybe { $0.register { $0.account() } }
        record.accessLevel = maybe { $0.register { $0.pick([10, 30, 50]) } }
        record.expiresOn = maybe { $0.register { $0.maybe { $0.day() } } }
        record.isInherited = maybe { $0.register { $0.chance(50) } }
        record.existence = existence()
        return record
    }
}
