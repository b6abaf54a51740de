import WireFormat

extension GraphQL {
    /// Turns what was sent into values of the types that were declared.
    ///
    /// <https://spec.graphql.org/October2021/#sec-Coercing-Variable-Values>
    struct Coercion {
        let schema: Schema

        /// Why a value does not fit its type, and where in it.
        struct Problem: Error {
            var path: [JSONValue] = []
            let explanation: String

            func within(_ step: JSONValue) -> Problem {
                Problem(path: [step] + path, explanation: explanation)
            }
        }

        // MARK: Variables

        /// The variables of an operation.
        ///
        /// - Throws: `QueryErrors` in the words of GitLab's library.
        func variables(of operation: Operation, from given: JSONObject) throws(QueryErrors) -> JSONObject {
            var result = JSONObject()
            var errors: [QueryError] = []
            for variable in operation.variables {
                do throws(Problem) {
                    if let value = given[variable.name] {
                        result[variable.name] = try self.value(value, as: variable.type)
                    } else if let standard = variable.standard {
                        result[variable.name] = literal(standard, as: variable.type, variables: JSONObject())
                    } else if variable.type.isRequired {
                        throw Problem(explanation: "Expected value to not be null")
                    }
                } catch {
                    errors.append(Self.error(variable, given[variable.name] ?? .null, error))
                }
            }
            guard errors.isEmpty else { throw QueryErrors(errors) }
            return result
        }

        private static func error(_ variable: Variable, _ value: JSONValue, _ problem: Problem) -> QueryError
        {
            var place = ""
            if !problem.path.isEmpty {
                let steps = problem.path.map { $0.stringValue ?? $0.intValue.map(String.init) ?? "" }
                place = " for \(steps.joined(separator: ".")) (\(problem.explanation))"
            }
            return QueryError(
                message:
                    "Variable $\(variable.name) of type \(variable.type) was provided invalid value\(place)",
                positions: [variable.position],
                extensions: [
                    "value": value,
                    "problems": [
                        [
                            "path": .array(problem.path), "explanation": .string(problem.explanation),
                        ]
                    ],
                ])
        }

        /// A value of JSON as a value of a type.
        func value(_ value: JSONValue, as type: TypeReference) throws(Problem) -> JSONValue {
            switch type {
            case .required(let inner):
                if value.isNull { throw Problem(explanation: "Expected value to not be null") }
                return try self.value(value, as: inner)
            case .list(let element):
                if value.isNull { return value }
                guard let elements = value.arrayValue else { return [try self.value(value, as: element)] }
                var result: [JSONValue] = []
                for (index, item) in elements.enumerated() {
                    do throws(Problem) {
                        result.append(try self.value(item, as: element))
                    } catch {
                        throw error.within(.int(index))
                    }
                }
                return .array(result)
            case .named(let name):
                if value.isNull { return value }
                guard let type = schema[name] else { return value }
                return try self.value(value, ofNamed: type)
            }
        }

        private func value(_ value: JSONValue, ofNamed type: TypeDefinition) throws(Problem) -> JSONValue {
            switch type.kind {
            case .input:
                guard let object = value.objectValue else {
                    throw Problem(explanation: "Expected \(Self.text(value)) to be a key-value object.")
                }
                for member in object where !type.inputs.contains(where: { $0.name == member.key }) {
                    throw Problem(
                        path: [.string(member.key)], explanation: "Field is not defined on \(type.name)")
                }
                var result = JSONObject()
                for input in type.inputs {
                    do throws(Problem) {
                        if let member = object[input.name] {
                            result[input.name] = try self.value(member, as: input.type)
                        } else if input.isMandatory {
                            throw Problem(explanation: "Expected value to not be null")
                        }
                    } catch {
                        throw error.within(.string(input.name))
                    }
                }
                return .object(result)
            case .enumeration:
                guard let text = value.stringValue, type.values.contains(text) else {
                    throw Problem(
                        explanation:
                            "Expected \(Self.text(value)) to be one of: \(type.values.joined(separator: ", "))"
                    )
                }
                return value
            default:
                if let problem = Scalar.problem(value, of: type.name) { throw Problem(explanation: problem) }
                return Scalar.normal(value, of: type.name)
            }
        }

        static func text(_ value: JSONValue) -> String { String(decoding: value.serialized(), as: UTF8.self) }

        // MARK: Literals

        /// The arguments of a field that was checked before.
        ///
        /// - Throws: `QueryErrors` for a custom scalar's value that names something else.
        func arguments(_ given: [Argument], for definitions: [InputDefinition], variables: JSONObject)
            -> Arguments
        {
            guard !definitions.isEmpty else { return .none }
            var result = JSONObject()
            for definition in definitions {
                if let argument = given.first(where: { $0.name == definition.name }),
                    let value = literal(argument.value, as: definition.type, variables: variables)
                {
                    result[definition.name] = value
                } else if let standard = definition.standard {
                    result[definition.name] = literal(standard, as: definition.type, variables: variables)
                }
            }
            return Arguments(values: result)
        }

        /// A literal's value; `nil` for a variable that was not given.
        func literal(_ literal: Literal, as type: TypeReference, variables: JSONObject) -> JSONValue? {
            let type = type.nullable
            if case .variable(let name) = literal { return variables[name] }
            if case .null = literal { return .null }
            if case .list(let element) = type {
                guard case .list(let items) = literal else {
                    return self.literal(literal, as: element, variables: variables).map { [$0] }
                }
                return .array(items.map { self.literal($0, as: element, variables: variables) ?? .null })
            }
            switch literal {
            case .int(let number): return Scalar.normal(.int(number), of: type.name)
            case .float(let number): return .double(number)
            case .string(let text), .word(let text): return .string(text)
            case .bool(let flag): return .bool(flag)
            case .object(let members):
                var object = JSONObject()
                for member in members {
                    let input = schema[type.name]?.inputs.first { $0.name == member.name }
                    object[member.name] = self.literal(
                        member.value, as: input?.type ?? .named(""), variables: variables)
                }
                return .object(object)
            case .variable, .null, .list: return .null
            }
        }
    }
}
