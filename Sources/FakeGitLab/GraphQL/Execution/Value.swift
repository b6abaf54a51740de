import WireFormat

extension GraphQL {
    /// What a field answers, before its type decides how it is written.
    enum Value {
        case null
        case json(JSONValue)
        case moment(Instant)
        case node(any Node)
        case nodes([any Node])

        static func text(_ text: String?) -> Value { .json(.text(text)) }
        static func number(_ number: Int?) -> Value { .json(.number(number)) }
        static func flag(_ flag: Bool) -> Value { .json(.bool(flag)) }
        static func time(_ instant: Instant?) -> Value { instant.map { .moment($0) } ?? .null }
        static func optional(_ node: (any Node)?) -> Value { node.map { .node($0) } ?? .null }
        static func id(_ kind: String, _ id: some CustomStringConvertible) -> Value {
            .json(.string(GlobalID.text(kind, id)))
        }

        var isNull: Bool {
            switch self {
            case .null: true
            case .json(let value): value.isNull
            default: false
            }
        }
    }

    /// A thing with fields.
    protocol Node {
        /// The object type it is, which decides what fragments match.
        var typeName: String { get }

        /// - Throws: `Failure`: a field's error, or the end of the whole request.
        func value(of field: PlannedField, in execution: Execution) throws(Failure) -> Value
    }

    /// An object of JSON whose members bear REST's names of the fields.
    struct JSONNode: Node {
        let typeName: String
        let object: JSONValue

        /// `nil` for null, so that the field is null too.
        init?(_ typeName: String, _ object: JSONValue?) {
            guard let object, !object.isNull else { return nil }
            self.typeName = typeName
            self.object = object
        }

        func value(of field: PlannedField, in execution: Execution) -> Value {
            .json(object[field.restName] ?? .null)
        }
    }
}
