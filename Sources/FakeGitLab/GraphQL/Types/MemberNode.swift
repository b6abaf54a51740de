import Foundation
import WireFormat

extension GraphQL {
    /// A user's place in a group or project.
    struct MemberNode: Node {
        /// Where the place is; an inherited one is in a group although a project lists it.
        enum Place {
            case project(Int)
            case group(Int)
        }

        let member: Member
        let place: Place

        var typeName: String {
            switch place {
            case .project: "ProjectMember"
            case .group: "GroupMember"
            }
        }

        func value(of field: PlannedField, in execution: Execution) -> Value {
            switch (field.name, place) {
            case ("id", .project(let id)): .id("ProjectMember", id * 1_000_000 + member.user)
            case ("id", .group(let id)): .id("GroupMember", id * 1_000_000 + member.user)
            case ("user", _): .node(UserNode(member.user, as: "UserCore"))
            case ("createdAt", _), ("updatedAt", _): .time(member.createdAt)
            case ("project", .project(let id)): .optional(execution.project(id))
            case ("group", .group(let id)): .optional(execution.group(id))
            case ("createdBy", _):
                .optional(member.createdBy.map { UserNode($0, as: "UserCore") })
            case ("expiresAt", _):
                .time(member.expiresAt.flatMap { Instant(text: $0) })
            case ("accessLevel", _):
                .optional(
                    JSONNode(
                        "AccessLevel",
                        [
                            "integer_value": .int(member.access.rawValue),
                            "string_value": .text(Self.words[member.access.rawValue]),
                            "human_access": .text(
                                Self.words[member.access.rawValue]?.capitalized.replacing("_", with: " ")),
                        ]))
            default: .null
            }
        }

        static let words = [
            0: "NO_ACCESS", 5: "MINIMAL_ACCESS", 10: "GUEST", 15: "PLANNER", 20: "REPORTER", 30: "DEVELOPER",
            40: "MAINTAINER", 50: "OWNER",
        ]
    }
}

extension GraphQL.Execution {
    /// Direct and inherited members, each user with the highest role.
    func members(of project: Project, _ field: GraphQL.PlannedField) throws(GraphQL.Failure)
        -> GraphQL.Connection
    {
        let direct = (world.projectMembers[project.id] ?? [:]).values.map {
            GraphQL.MemberNode(member: $0, place: .project(project.id))
        }
        let relations = field.arguments.texts("relations") ?? ["DIRECT", "INHERITED"]
        var all = relations.contains("DIRECT") ? direct : []
        if relations.contains("INHERITED") { all += inherited(by: world.ancestors(ofGroup: project.group)) }
        return try members(all, "MemberInterface", field)
    }

    func members(of group: Group, _ field: GraphQL.PlannedField) throws(GraphQL.Failure) -> GraphQL.Connection
    {
        let relations = field.arguments.texts("relations") ?? ["DIRECT", "INHERITED"]
        let groups = world.ancestors(ofGroup: group.id)
        var all = relations.contains("DIRECT") ? inherited(by: [group.id]) : []
        if relations.contains("INHERITED") { all += inherited(by: groups.filter { $0 != group.id }) }
        return try members(all, "GroupMember", field)
    }

    private func inherited(by groups: [Int]) -> [GraphQL.MemberNode] {
        groups.flatMap { group in
            (world.groupMembers[group] ?? [:]).values.map { .init(member: $0, place: .group(group)) }
        }
    }

    private func members(
        _ all: [GraphQL.MemberNode], _ element: String, _ field: GraphQL.PlannedField
    ) throws(GraphQL.Failure) -> GraphQL.Connection {
        var best: [Int: GraphQL.MemberNode] = [:]
        for node in all where (best[node.member.user]?.member.access ?? .none) < node.member.access {
            best[node.member.user] = node
        }
        let levels = field.arguments.texts("accessLevels")
        let search = field.arguments.text("search")?.lowercased()
        let rows = best.values.sorted { $0.member.user < $1.member.user }.filter { node in
            if let levels, !levels.contains(GraphQL.MemberNode.words[node.member.access.rawValue] ?? "") {
                return false
            }
            return search.map { world.username(node.member.user).lowercased().contains($0) } ?? true
        }
        return try GraphQL.Connection(element, rows, field, self) { $0 }
    }
}
