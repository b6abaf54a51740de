import WireFormat

extension GraphQL.Validation {
    private struct Placed {
        let field: GraphQL.Field
        let parent: String
    }

    /// Fields that answer under one key must be the same field with the same arguments, where one object may have
    /// both.
    ///
    /// <https://spec.graphql.org/October2021/#sec-Field-Selection-Merging>
    mutating func checkMerging(
        _ selections: [GraphQL.Selection], on type: String, of operation: GraphQL.Operation
    ) {
        path = [.string([operation.kind.rawValue, operation.name].compactMap { $0 }.joined(separator: " "))]
        checkMerging([(selections, type)])
        path = []
    }

    private mutating func checkMerging(_ sets: [(selections: [GraphQL.Selection], type: String)]) {
        var order: [String] = []
        var fields: [String: [Placed]] = [:]
        for set in sets { collect(set.selections, on: set.type, into: &fields, &order) }
        for key in order {
            let group = fields[key] ?? []
            guard let first = group.first else { continue }
            for other in group.dropFirst() where mayMeet(first.parent, other.parent) {
                if first.field.name != other.field.name {
                    return report(
                        "Field '\(key)' has a field conflict: \(first.field.name) or \(other.field.name)?",
                        at: first.field.position,
                        [
                            "code": "fieldConflict", "fieldName": .string(key),
                            "conflicts": .string("\(first.field.name) or \(other.field.name)"),
                        ])
                }
                let texts = [first, other].map { Self.text(of: $0.field.arguments) }
                if texts[0] != texts[1] {
                    return report(
                        "Field '\(key)' has an argument conflict: \(texts[0]) or \(texts[1])?",
                        at: first.field.position,
                        [
                            "code": "fieldConflict", "fieldName": .string(key),
                            "conflicts": .string("\(texts[0]) or \(texts[1])"),
                        ])
                }
            }
            let inner = group.compactMap { placed -> (selections: [GraphQL.Selection], type: String)? in
                guard !placed.field.selections.isEmpty,
                    let type = schema[placed.parent]?.field(placed.field.name)?.type.name
                else { return nil }
                return (placed.field.selections, type)
            }
            if !inner.isEmpty { checkMerging(inner) }
        }
    }

    private func collect(
        _ selections: [GraphQL.Selection], on type: String, into fields: inout [String: [Placed]],
        _ order: inout [String]
    ) {
        for selection in selections {
            switch selection {
            case .field(let field):
                if fields[field.key] == nil { order.append(field.key) }
                fields[field.key, default: []].append(Placed(field: field, parent: type))
            case .spread(let name, _, _):
                guard let fragment = document.fragment(name) else { continue }
                collect(fragment.selections, on: fragment.condition, into: &fields, &order)
            case .inline(let condition, _, let inner, _):
                collect(inner, on: condition ?? type, into: &fields, &order)
            }
        }
    }

    private func mayMeet(_ left: String, _ right: String) -> Bool {
        left == right || schema[left]?.kind != .object || schema[right]?.kind != .object
    }

    private static func text(of arguments: [GraphQL.Argument]) -> String {
        "{\(arguments.map { "\($0.name):\"\($0.value.text)\"" }.sorted().joined(separator: ","))}"
    }
}
