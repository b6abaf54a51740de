import WireFormat

extension GraphQL.Validation {
    /// A variable standing for a value.
    struct VariableUsage {
        let name: String
        let argument: String
        let type: GraphQL.TypeReference
        /// Whether the place has a default of its own.
        let hasDefault: Bool
        let position: GraphQL.Position
        let path: [JSONValue]
    }

    mutating func checkVariables(of operation: GraphQL.Operation) {
        let home = [operation.kind.rawValue, operation.name].compactMap { $0 }.joined(separator: " ")
        let label = operation.name ?? "anonymous \(operation.kind.rawValue)"
        for (index, variable) in operation.variables.enumerated() {
            path = [.string(home)]
            if operation.variables[..<index].contains(where: { $0.name == variable.name }) {
                report(
                    "There can only be one variable named \"\(variable.name)\"", at: variable.position,
                    ["code": "variableNotUnique", "variableName": .string(variable.name)])
            }
            if schema[variable.type.name]?.isInput != true {
                let reason = schema[variable.type.name] == nil ? "a defined" : "a valid"
                report(
                    "\(variable.type.name) isn't \(reason) input type (on $\(variable.name))",
                    at: variable.position,
                    [
                        "code": "variableRequiresValidType", "typeName": .string(variable.type.name),
                        "variableName": .string(variable.name),
                    ])
            }
            if !usages.contains(where: { $0.name == variable.name }) {
                report(
                    "Variable $\(variable.name) is declared by \(label) but not used", at: variable.position,
                    ["code": "variableNotUsed", "variableName": .string(variable.name)])
            }
        }
        for usage in usages {
            path = usage.path
            guard let variable = operation.variables.first(where: { $0.name == usage.name }) else {
                report(
                    "Variable $\(usage.name) is used by \(label) but not declared", at: usage.position,
                    ["code": "variableNotDefined", "variableName": .string(usage.name)])
                continue
            }
            guard schema[variable.type.name]?.isInput == true,
                let problem = mismatch(variable, usage)
            else { continue }
            report(
                """
                \(problem) on variable $\(usage.name) and argument \(usage.argument) \
                (\(variable.type) / \(usage.type))
                """, at: usage.position,
                [
                    "code": "variableMismatch", "variableName": .string(usage.name),
                    "typeName": .string("\(variable.type)"), "argumentName": .string(usage.argument),
                    "errorMessage": .string(problem),
                ])
        }
        path = []
    }

    /// Why a variable does not fit its place.
    private func mismatch(_ variable: GraphQL.Variable, _ usage: VariableUsage) -> String? {
        if variable.type.name != usage.type.name { return "Type mismatch" }
        // A list takes a single value, so only a variable of more brackets than its place is refused.
        if Self.depth(of: variable.type) > Self.depth(of: usage.type) { return "List dimension mismatch" }
        if Self.depth(of: variable.type) < Self.depth(of: usage.type), case .list = variable.type.nullable {
            return "List dimension mismatch"
        }
        let hasDefault = usage.hasDefault || variable.standard.map { $0 != .null } ?? false
        if usage.type.isRequired, !variable.type.isRequired, !hasDefault { return "Nullability mismatch" }
        if Self.depth(of: variable.type) == Self.depth(of: usage.type),
            !Self.fits(variable.type.nullable, in: usage.type.nullable)
        {
            return "Nullability mismatch"
        }
        return nil
    }

    /// Whether elements are as little null as the place wants.
    private static func fits(_ type: GraphQL.TypeReference, in place: GraphQL.TypeReference) -> Bool {
        guard case .list(let inner) = type, case .list(let wanted) = place else { return true }
        if wanted.isRequired, !inner.isRequired { return false }
        return fits(inner.nullable, in: wanted.nullable)
    }

    private static func depth(of type: GraphQL.TypeReference) -> Int {
        switch type {
        case .named: 0
        case .list(let inner): 1 + depth(of: inner)
        case .required(let inner): depth(of: inner)
        }
    }
}
