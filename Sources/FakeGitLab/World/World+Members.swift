public import Foundation

extension World {
    /// Makes a user a member of a project, or changes the role of one.
    ///
    /// - Parameters:
    ///   - by: who adds the member.
    ///   - expires: the day, in UTC, from whose beginning on the membership is void.
    public mutating func addMember(
        _ user: Int, toProject project: Int, access: AccessLevel, by adder: Int? = nil,
        expires: Date? = nil
    ) {
        let member = projectMembers[project]?[user]
        let joined = joined(user, member, access, adder, expires)
        projectMembers[project, default: [:]][user] = joined
        if member == nil { recordEvent("joined", in: project, by: user) }
        announce(member == nil ? "user_add_to_team" : "user_update_for_team", joined, ofProject: project)
    }

    /// Makes a user a member of a group, and by that of everything below it, or changes the role of one.
    public mutating func addMember(
        _ user: Int, toGroup group: Int, access: AccessLevel, by adder: Int? = nil, expires: Date? = nil
    ) {
        let member = groupMembers[group]?[user]
        let joined = joined(user, member, access, adder, expires)
        groupMembers[group, default: [:]][user] = joined
        announce(member == nil ? "user_add_to_group" : "user_update_for_group", joined, ofGroup: group)
    }

    private func joined(
        _ user: Int, _ present: Member?, _ access: AccessLevel, _ adder: Int?, _ expires: Date?
    ) -> Member {
        Member(
            user: user, access: access, createdAt: present?.createdAt ?? clock,
            createdBy: adder ?? present?.createdBy, expiresAt: expires.map { Instant($0).day })
    }

    /// Asks to be let into a group, or takes that back. The world keeps no requests: only hooks hear of them.
    public mutating func requestAccess(_ user: Int, toGroup group: Int, _ request: AccessRequest = .made) {
        let member = Member(user: user, access: .guest, createdAt: clock)
        switch request {
        case .made: announce("user_access_request_to_group", member, ofGroup: group)
        case .revoked:
            announce("user_access_request_revoked_for_group", member, ofGroup: group, isForGroups: false)
        case .denied:
            announce("user_access_request_denied_for_group", member, ofGroup: group, isForInstance: false)
        }
    }

    /// Asks to be let into a project, or takes that back; the instance's hooks hear of it, but not of a denial.
    public mutating func requestAccess(_ user: Int, toProject project: Int, _ request: AccessRequest = .made)
    {
        let member = Member(user: user, access: .guest, createdAt: clock)
        switch request {
        case .made: announce("user_access_request_to_project", member, ofProject: project)
        case .revoked: announce("user_access_request_revoked_for_project", member, ofProject: project)
        case .denied: break
        }
    }

    public mutating func removeMember(_ user: Int, fromProject project: Int) {
        guard let member = projectMembers[project]?.removeValue(forKey: user) else { return }
        recordEvent("left", in: project, by: user)
        announce("user_remove_from_team", member, ofProject: project)
    }

    public mutating func removeMember(_ user: Int, fromGroup group: Int) {
        guard let member = groupMembers[group]?.removeValue(forKey: user) else { return }
        announce("user_remove_from_group", member, ofGroup: group)
    }

    /// A user's highest role in a project, inherited ones included.
    public func access(of user: Int, toProject project: Int) -> AccessLevel {
        guard let row = projects[project] else { return .none }
        let direct = projectMembers[project]?[user].flatMap { $0.isExpired(at: clock) ? nil : $0.access }
        return max(direct ?? .none, access(of: user, toGroup: row.group))
    }

    /// A user's highest role in a group, inherited ones included.
    public func access(of user: Int, toGroup group: Int) -> AccessLevel {
        ancestors(ofGroup: group).compactMap { groupMembers[$0]?[user] }
            .filter { !$0.isExpired(at: clock) }.map(\.access).max() ?? .none
    }

    /// The members of a project and of the groups above it, each where the role is highest, by user id.
    func allMembers(ofProject project: Int) -> [Member] {
        let groups = projects[project].map { ancestors(ofGroup: $0.group) } ?? []
        return highest([projectMembers[project] ?? [:]] + groups.map { groupMembers[$0] ?? [:] })
    }

    /// The members of a group and of the groups above it, each where the role is highest, by user id.
    func allMembers(ofGroup group: Int) -> [Member] {
        highest(ancestors(ofGroup: group).map { groupMembers[$0] ?? [:] })
    }

    private func highest(_ places: [[Int: Member]]) -> [Member] {
        var result: [Int: Member] = [:]
        for place in places {
            // Of equal roles the innermost stands: the first.
            result.merge(place) { $0.access < $1.access ? $1 : $0 }
        }
        return result.values.sorted { $0.user < $1.user }
    }
}
