import WireFormat

extension GraphQL {
    /// The schema, as it tells of itself. Nothing in it is described or deprecated.
    struct IntrospectedSchema: Node {
        let schema: Schema

        var typeName: String { "__Schema" }

        func value(of field: PlannedField, in execution: Execution) -> Value {
            switch field.name {
            case "queryType": .node(IntrospectedType(type: .named("Query"), schema: schema))
            case "types":
                .nodes(
                    schema.types.keys.sorted().map { IntrospectedType(type: .named($0), schema: schema) })
            case "directives":
                .nodes(["include", "skip"].map { IntrospectedDirective(name: $0, schema: schema) })
            default: .null
            }
        }
    }

    /// A directive that queries may use.
    private struct IntrospectedDirective: Node {
        let name: String
        let schema: Schema

        var typeName: String { "__Directive" }

        func value(of field: PlannedField, in execution: Execution) -> Value {
            switch field.name {
            case "name": .text(name)
            case "isRepeatable": .flag(false)
            case "locations": .json(["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"])
            case "args":
                .nodes([
                    IntrospectedInput(
                        input: InputDefinition(
                            name: "if", type: .required(.named("Boolean")), standard: nil),
                        schema: schema)
                ])
            default: .null
            }
        }
    }
}
