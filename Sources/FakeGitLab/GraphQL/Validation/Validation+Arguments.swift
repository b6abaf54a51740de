import WireFormat

extension GraphQL.Validation {
    /// What takes arguments.
    enum Owner {
        case field(String)
        case directive(String)
        case input(String)

        var kind: String {
            switch self {
            case .field: "Field"
            case .directive: "Directive"
            case .input: "InputObject"
            }
        }

        var name: String {
            switch self {
            case .field(let name), .directive(let name), .input(let name): name
            }
        }
    }

    mutating func check(
        _ arguments: [GraphQL.Argument], for definitions: [GraphQL.InputDefinition], of owner: Owner,
        _ position: GraphQL.Position
    ) {
        for (index, argument) in arguments.enumerated() {
            if arguments[..<index].contains(where: { $0.name == argument.name }) {
                report(
                    "There can be only one argument named \"\(argument.name)\"", at: argument.position,
                    ["code": "argumentNotUnique", "name": .string(argument.name)])
            }
            within(argument.name) { visit in
                guard let definition = definitions.first(where: { $0.name == argument.name }) else {
                    return visit.reportUnknown(argument.name, of: owner, at: argument.position)
                }
                visit.check(
                    argument.value, for: definition, of: owner, at: argument.position)
            }
        }
        let missing = definitions.filter { definition in
            definition.isMandatory && !arguments.contains { $0.name == definition.name }
        }.map(\.name).joined(separator: ", ")
        guard !missing.isEmpty else { return }
        report(
            "\(owner.kind) '\(owner.name)' is missing required arguments: \(missing)", at: position,
            [
                "code": "missingRequiredArguments", "className": .string(owner.kind),
                "name": .string(owner.name), "arguments": .string(missing),
            ])
    }

    private mutating func reportUnknown(_ name: String, of owner: Owner, at position: GraphQL.Position) {
        report(
            "\(owner.kind) '\(owner.name)' doesn't accept argument '\(name)'", at: position,
            [
                "code": "argumentNotAccepted", "name": .string(owner.name), "typeName": .string(owner.kind),
                "argumentName": .string(name),
            ])
    }

    private mutating func check(
        _ literal: GraphQL.Literal, for definition: GraphQL.InputDefinition, of owner: Owner,
        at position: GraphQL.Position
    ) {
        if case .variable(let name) = literal {
            usages.append(
                .init(
                    name: name, argument: definition.name, type: definition.type,
                    hasDefault: definition.standard != nil, position: position, path: path))
            return
        }
        if case .object(let members) = literal, let type = schema[definition.type.name], type.kind == .input {
            return check(members, as: type, at: position)
        }
        collectVariables(in: literal, definition, position)
        guard let problem = problem(literal, as: definition.type) else { return }
        if case .custom(let message) = problem {
            return report(
                message, at: position,
                ["code": "argumentLiteralsIncompatible", "typeName": "CoercionError"])
        }
        report(
            """
            Argument '\(definition.name)' on \(owner.kind) '\(owner.name)' has an invalid value \
            (\(literal.text)). Expected type '\(definition.type)'.
            """, at: position,
            [
                "code": "argumentLiteralsIncompatible", "typeName": .string(owner.kind),
                "argumentName": .string(definition.name),
            ])
    }

    private mutating func check(
        _ members: [GraphQL.Literal.Member], as type: GraphQL.TypeDefinition, at position: GraphQL.Position
    ) {
        let owner = Owner.input(type.name)
        for member in members {
            within(member.name) { visit in
                guard let input = type.inputs.first(where: { $0.name == member.name }) else {
                    return visit.reportUnknown(member.name, of: owner, at: position)
                }
                visit.check(member.value, for: input, of: owner, at: position)
            }
        }
        for input in type.inputs
        where input.isMandatory && !members.contains(where: { $0.name == input.name }) {
            report(
                "Argument '\(input.name)' on InputObject '\(type.name)' is required. Expected type \(input.type)",
                at: position,
                [
                    "code": "missingRequiredInputObjectAttribute", "argumentName": .string(input.name),
                    "argumentType": .string("\(input.type)"), "inputObjectType": .string(type.name),
                ])
        }
    }

    /// Variables inside lists.
    private mutating func collectVariables(
        in literal: GraphQL.Literal, _ definition: GraphQL.InputDefinition, _ position: GraphQL.Position
    ) {
        guard case .list(let elements) = literal, case .list(let type) = definition.type.nullable else {
            return
        }
        for case .variable(let name) in elements {
            usages.append(
                .init(
                    name: name, argument: definition.name, type: type, hasDefault: false, position: position,
                    path: path))
        }
    }

    private enum Problem {
        case mismatch
        case custom(String)
    }

    private func problem(_ literal: GraphQL.Literal, as type: GraphQL.TypeReference) -> Problem? {
        if case .null = literal { return type.isRequired ? .mismatch : nil }
        if case .variable = literal { return nil }
        if case .list(let element) = type.nullable {
            guard case .list(let elements) = literal else { return problem(literal, as: element) }
            return elements.lazy.compactMap { problem($0, as: element) }.first
        }
        guard let named = schema[type.name] else { return .mismatch }
        switch (named.kind, literal) {
        case (.enumeration, .word(let word)): return named.values.contains(word) ? nil : .mismatch
        case (.enumeration, _), (.scalar, .word), (.scalar, .object), (.scalar, .list), (.input, _):
            return .mismatch
        default: break
        }
        guard let value = literal.plainValue, let text = GraphQL.Scalar.problem(value, of: type.name) else {
            return nil
        }
        return text.contains("Global ID") || text.contains("instance of") ? .custom(text) : .mismatch
    }
}

extension GraphQL.Literal {
    /// The value of a literal without parts.
    fileprivate var plainValue: JSONValue? {
        switch self {
        case .int(let number): .int(number)
        case .float(let number): .double(number)
        case .string(let text): .string(text)
        case .bool(let flag): .bool(flag)
        default: nil
        }
    }

    /// As errors quote it.
    var text: String {
        switch self {
        case .variable(let name): "$\(name)"
        case .int(let number): String(number)
        case .float(let number): String(number)
        case .string(let text): "\"\(text)\""
        case .bool(let flag): String(flag)
        case .null: "null"
        case .word(let word): word
        case .list(let elements): "[\(elements.map(\.text).joined(separator: ", "))]"
        case .object(let members):
            "{\(members.map { "\($0.name): \($0.value.text)" }.joined(separator: ", "))}"
        }
    }
}
