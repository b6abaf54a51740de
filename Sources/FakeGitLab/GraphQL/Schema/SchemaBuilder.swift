extension GraphQL {
    /// Makes one release's schema of declarations: leaves out what is not there yet, writes out what the notation
    /// shortens.
    struct SchemaBuilder {
        let version: GitLabVersion

        func schema(_ declarations: [Declaration]) -> Schema {
            let named = Dictionary(declarations.map { ($0.name, $0) }) { first, _ in first }
            var types: [String: TypeDefinition] = [:]
            for name in ["Int", "Float", "String", "Boolean", "ID"] {
                types[name] = TypeDefinition(name, .scalar)
            }
            for declaration in declarations
            where exists(declaration.directives) && declaration.directives["shared"] == nil {
                types[declaration.name] = definition(declaration, among: named)
                for type in connection(declaration) { types[type.name] = type }
            }
            for name in types.keys { types[name]?.index() }
            return Schema(types: types)
        }

        private func definition(_ declaration: Declaration, among all: [String: Declaration])
            -> TypeDefinition
        {
            var type = TypeDefinition(declaration.name, declaration.kind)
            type.interfaces = declaration.interfaces
            type.members = declaration.members
            type.values = declaration.values.filter { exists($0.directives) }.map(\.name)
            if declaration.kind == .input {
                type.inputs = inputs(declaration.fields)
                return type
            }
            let inherited = declaration.interfaces.compactMap { all[$0] }.flatMap(\.fields)
            let own = Set(declaration.fields.map(\.name))
            let members = declaration.fields + inherited.filter { !own.contains($0.name) }
            type.fields = members.filter { exists($0.directives) }.map { field($0, among: all) }
            return type
        }

        private func field(_ member: Declaration.Member, among all: [String: Declaration]) -> FieldDefinition
        {
            var arguments = inputs(member.arguments)
            if let shared = member.directives.text("arguments", "of").flatMap({ all[$0] }) {
                let missing =
                    words(member.directives, "without")
                    + (version < "16.0" ? words(member.directives, "later") : [])
                arguments += inputs(shared.fields).filter { !missing.contains($0.name) }
            }
            var field = FieldDefinition(name: member.name, type: type(of: member), arguments: arguments)
            if field.isConnection { field.arguments += Self.paging }
            field.cost.explicit = member.directives.number("cost", "is")
            field.cost.callsGitaly = member.directives["gitaly"] != nil
            if member.directives["resolver"] != nil {
                field.cost.resolver = member.directives.number("resolver", "extra") ?? 0
            }
            switch member.directives.text("tier", "is") {
            case "premium": field.tier = .premium
            case "ultimate": field.tier = .ultimate
            default: break
            }
            return field
        }

        private func words(_ directives: [Directive], _ argument: String) -> [String] {
            directives.text("arguments", argument)?.split(separator: " ").map(String.init) ?? []
        }

        private func inputs(_ members: [Declaration.Member]) -> [InputDefinition] {
            members.filter { exists($0.directives) }.map {
                InputDefinition(name: $0.name, type: type(of: $0), standard: $0.standard)
            }
        }

        private static let paging = [
            ("after", "String"), ("before", "String"), ("first", "Int"), ("last", "Int"),
        ]
        .map { InputDefinition(name: $0.0, type: .named($0.1), standard: nil) }

        private func type(of member: Declaration.Member) -> TypeReference {
            guard let before = member.directives.text("was", "before"), version < GitLabVersion(before),
                let text = member.directives.text("was", "type")
            else { return member.type }
            var parser = try? Parser(text)
            return (try? parser?.type()) ?? member.type
        }

        private func exists(_ directives: [Directive]) -> Bool {
            if directives["enterprise"] != nil, !version.isEnterprise { return false }
            if let end = directives.text("until", "release"), version >= GitLabVersion(end) { return false }
            return directives.text("since", "release").map { version >= GitLabVersion($0) } ?? true
        }

        /// `MergeRequestConnection` and `MergeRequestEdge`.
        private func connection(_ declaration: Declaration) -> [TypeDefinition] {
            guard let count = declaration.directives.text("connection", "count") else { return [] }
            let name = declaration.name
            func field(_ name: String, _ type: TypeReference, _ arguments: [InputDefinition] = [])
                -> FieldDefinition
            {
                FieldDefinition(name: name, type: type, arguments: arguments)
            }
            var edge = TypeDefinition("\(name)Edge", .object)
            edge.fields = [field("cursor", .required(.named("String"))), field("node", .named(name))]
            var connection = TypeDefinition("\(name)Connection", .object)
            connection.fields = [
                field("edges", .list(.named("\(name)Edge"))), field("nodes", .list(.named(name))),
                field("pageInfo", .required(.named("PageInfo"))),
            ]
            if !count.isEmpty, version >= GitLabVersion(count) {
                let limit = InputDefinition(name: "limit", type: .named("Int"), standard: nil)
                connection.fields.append(
                    field("count", .required(.named("Int")), version < "16.0" ? [] : [limit]))
            }
            for extra in Self.sums where extra.of == name && version >= extra.since {
                connection.fields.append(field(extra.field, extra.type))
            }
            return [edge, connection]
        }

        /// What some connections say of all their rows.
        private static let sums: [(of: String, field: String, type: TypeReference, since: GitLabVersion)] = [
            ("MergeRequest", "totalTimeToMerge", .named("Float"), "0"),
            ("Issue", "weight", .required(.named("Int")), "0"),
            ("Timelog", "totalSpentTime", .required(.named("BigInt")), "16.0"),
        ]
    }
}
