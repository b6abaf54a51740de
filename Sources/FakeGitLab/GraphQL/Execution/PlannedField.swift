import WireFormat

extension GraphQL {
    /// A field of one object type as one execution asks for it, its arguments known. Lives only as long as the
    /// execution, which fills `plans` when it meets a type.
    final class PlannedField {
        let key: String
        let name: String
        /// The name REST gives the same field: `sourceBranch` is `source_branch`.
        let restName: String
        let parent: String
        let definition: FieldDefinition
        let arguments: Arguments
        let shape: Shape
        let position: Position
        /// What is asked of its value, several times where fields of one key were merged.
        let selections: [[Selection]]
        /// The key in quotes, and a colon.
        let prefix: [UInt8]
        var plans: [String: [PlannedField]] = [:]

        init(
            _ field: Field, of parent: String, _ definition: FieldDefinition, arguments: Arguments,
            shape: Shape, selections: [[Selection]]
        ) {
            key = field.key
            name = field.name
            restName = Self.underscored(field.name)
            self.parent = parent
            self.definition = definition
            self.arguments = arguments
            self.shape = shape
            position = field.position
            self.selections = selections
            prefix = Array("\"\(field.key)\":".utf8)
        }

        static func underscored(_ name: String) -> String {
            name.reduce(into: "") { text, character in
                text += character.isUppercase ? "_\(character.lowercased())" : String(character)
            }
        }

        /// A field of what this field leads to, by name.
        func asks(for name: String) -> Bool {
            plans.values.contains { $0.contains { $0.name == name } }
        }
    }

    /// How a value is written.
    indirect enum Shape {
        case composite
        case text, number, decimal, flag, time, date, bigInteger
        /// Whether the enum's values are in capitals, which REST's are not.
        case word(isUpperCase: Bool)
        case list(Shape)
        case required(Shape)

        init(_ type: TypeReference, in schema: Schema) {
            switch type {
            case .required(let inner): self = .required(Shape(inner, in: schema))
            case .list(let inner): self = .list(Shape(inner, in: schema))
            case .named(let name):
                guard let type = schema[name] else {
                    self = .text
                    return
                }
                switch type.kind {
                case .object, .interface, .union, .input: self = .composite
                case .enumeration:
                    self = .word(isUpperCase: type.values.allSatisfy { $0 == $0.uppercased() })
                case .scalar: self = Self.scalar(name)
                }
            }
        }

        /// Whether it is written without fields of its own.
        var isLeaf: Bool {
            switch self {
            case .composite: false
            case .list(let inner), .required(let inner): inner.isLeaf
            default: true
            }
        }

        private static func scalar(_ name: String) -> Shape {
            switch name {
            case "Int": .number
            case "Float", "Duration": .decimal
            case "Boolean": .flag
            case "Time": .time
            case "Date": .date
            case "BigInt": .bigInteger
            default: .text
            }
        }
    }
}
