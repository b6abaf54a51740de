import WireFormat

extension GraphQL {
    /// A type, as the schema tells of itself.
    struct IntrospectedType: Node {
        let type: TypeReference
        let schema: Schema

        var typeName: String { "__Type" }

        func value(of field: PlannedField, in execution: Execution) -> Value {
            switch type {
            case .required(let inner): return wrapped(inner, "NON_NULL", field)
            case .list(let inner): return wrapped(inner, "LIST", field)
            case .named(let name):
                guard let definition = schema[name] else { return field.name == "name" ? .text(name) : .null }
                return value(of: field, definition)
            }
        }

        private func wrapped(_ inner: TypeReference, _ kind: String, _ field: PlannedField) -> Value {
            switch field.name {
            case "kind": .text(kind)
            case "ofType": .node(IntrospectedType(type: inner, schema: schema))
            default: .null
            }
        }

        private func value(of field: PlannedField, _ definition: TypeDefinition) -> Value {
            switch field.name {
            case "kind": .text(definition.kind.rawValue)
            case "name": .text(definition.name)
            case "fields" where definition.kind == .object || definition.kind == .interface:
                .nodes(
                    definition.fields.filter { !$0.name.hasPrefix("__") }
                        .map { IntrospectedField(field: $0, schema: schema) })
            case "interfaces" where definition.kind == .object: types(definition.interfaces)
            case "possibleTypes" where definition.kind == .interface || definition.kind == .union:
                types(schema.possibleTypes(of: definition).sorted())
            case "inputFields" where definition.kind == .input:
                .nodes(definition.inputs.map { IntrospectedInput(input: $0, schema: schema) })
            case "enumValues" where definition.kind == .enumeration:
                .nodes(
                    definition.values.compactMap {
                        JSONNode("__EnumValue", ["name": .string($0), "is_deprecated": false])
                    })
            default: .null
            }
        }

        private func types(_ names: [String]) -> Value {
            .nodes(names.map { IntrospectedType(type: .named($0), schema: schema) })
        }
    }

    private struct IntrospectedField: Node {
        let field: FieldDefinition
        let schema: Schema

        var typeName: String { "__Field" }

        func value(of asked: PlannedField, in execution: Execution) -> Value {
            switch asked.name {
            case "name": .text(field.name)
            case "args": .nodes(field.arguments.map { IntrospectedInput(input: $0, schema: schema) })
            case "type": .node(IntrospectedType(type: field.type, schema: schema))
            case "isDeprecated": .flag(false)
            default: .null
            }
        }
    }

    struct IntrospectedInput: Node {
        let input: InputDefinition
        let schema: Schema

        var typeName: String { "__InputValue" }

        func value(of asked: PlannedField, in execution: Execution) -> Value {
            switch asked.name {
            case "name": .text(input.name)
            case "type": .node(IntrospectedType(type: input.type, schema: schema))
            case "defaultValue": .text(input.standard?.text)
            case "isDeprecated": .flag(false)
            default: .null
            }
        }
    }
}
