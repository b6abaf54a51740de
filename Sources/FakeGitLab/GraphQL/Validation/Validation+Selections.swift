import WireFormat

extension GraphQL.Validation {
    mutating func visit(_ selections: [GraphQL.Selection], on type: String) {
        for selection in selections {
            switch selection {
            case .field(let field): visit(field, on: type)
            case .spread(let name, let directives, let position):
                visitSpread(name, directives, position, on: type)
            case .inline(let condition, let directives, let inner, let position):
                within(condition.map { "... on \($0)" } ?? "...") { visit in
                    visit.check(directives)
                    guard let condition else { return visit.visit(inner, on: type) }
                    guard visit.checkCondition(condition, at: position) else { return }
                    visit.checkOverlap(condition, type, "on \(condition)", position)
                    visit.visit(inner, on: condition)
                }
            }
        }
    }

    private mutating func visit(_ field: GraphQL.Field, on type: String) {
        within(field.key) { visit in
            visit.check(field.directives)
            if field.name == "__typename" { return visit.checkLeaf(field, "String") }
            guard let definition = visit.schema[type]?.field(field.name) else {
                return visit.report(
                    "Field '\(field.name)' doesn't exist on type '\(type)'", at: field.position,
                    [
                        "code": "undefinedField", "typeName": .string(type), "fieldName": .string(field.name),
                    ])
            }
            visit.check(field.arguments, for: definition.arguments, of: .field(field.name), field.position)
            let inner = definition.type.name
            guard visit.schema[inner]?.isComposite == true else { return visit.checkLeaf(field, inner) }
            if field.selections.isEmpty {
                visit.report(
                    """
                    Field must have selections (field '\(field.name)' returns \(inner) but has no selections. \
                    Did you mean '\(field.name) { ... }'?)
                    """, at: field.position,
                    [
                        "code": "selectionMismatch", "nodeName": .string("field '\(field.name)'"),
                        "typeName": .string(inner),
                    ])
            }
            visit.visit(field.selections, on: inner)
        }
    }

    private mutating func checkLeaf(_ field: GraphQL.Field, _ type: String) {
        guard !field.selections.isEmpty else { return }
        let names = field.selections.map { selection in
            switch selection {
            case .field(let field): "\"\(field.name)\""
            case .spread(let name, _, _): "\"\(name)\""
            case .inline: "\"...\""
            }
        }
        let kind = schema[type]?.kind == .enumeration ? "enums" : "scalars"
        report(
            """
            Selections can't be made on \(kind) (field '\(field.name)' returns \(type) but has selections \
            [\(names.joined(separator: ", "))])
            """, at: field.position,
            [
                "code": "selectionMismatch", "nodeName": .string("field '\(field.name)'"),
                "typeName": .string(type),
            ])
    }

    private mutating func visitSpread(
        _ name: String, _ directives: [GraphQL.Directive], _ position: GraphQL.Position, on type: String
    ) {
        within("... \(name)") { visit in
            visit.check(directives)
            visit.spreads.insert(name)
            guard let fragment = visit.document.fragment(name) else {
                return visit.report(
                    "Fragment \(name) was used, but not defined", at: position,
                    ["code": "useAndDefineFragment", "fragmentName": .string(name)])
            }
            visit.checkOverlap(fragment.condition, type, name, position)
        }
    }

    /// Whether fragments may be on the type.
    mutating func checkCondition(_ condition: String, at position: GraphQL.Position) -> Bool {
        guard let type = schema[condition] else {
            report(
                "No such type \(condition), so it can't be a fragment condition", at: position,
                ["code": "undefinedType", "typeName": .string(condition)])
            return false
        }
        guard type.isComposite else {
            report(
                "Invalid fragment on type \(condition) (must be Union, Interface or Object)", at: position,
                ["code": "fragmentOnNonCompositeType", "typeName": .string(condition)])
            return false
        }
        return true
    }

    private mutating func checkOverlap(
        _ condition: String, _ parent: String, _ name: String, _ position: GraphQL.Position
    ) {
        guard let inner = schema[condition], let outer = schema[parent], outer.isComposite,
            schema.possibleTypes(of: inner).isDisjoint(with: schema.possibleTypes(of: outer))
        else { return }
        report(
            "Fragment \(name) on \(condition) can't be spread inside \(parent)".replacing(
                "on \(condition) on", with: "on"), at: position,
            [
                "code": "cannotSpreadFragment", "typeName": .string(condition),
                "fragmentName": .string(name.hasPrefix("on ") ? "unknown" : name),
                "parentName": .string(parent),
            ])
    }

    /// `@skip` and `@include` are all there are.
    mutating func check(_ directives: [GraphQL.Directive]) {
        let condition = GraphQL.InputDefinition(name: "if", type: .required(.named("Boolean")), standard: nil)
        for directive in directives {
            guard ["skip", "include"].contains(directive.name) else {
                report(
                    "Directive @\(directive.name) is not defined", at: directive.position,
                    ["code": "undefinedDirective", "directiveName": .string(directive.name)])
                continue
            }
            check(directive.arguments, for: [condition], of: .directive(directive.name), directive.position)
        }
    }
}
