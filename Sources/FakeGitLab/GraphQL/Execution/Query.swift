import WireFormat

extension GraphQL {
    /// What a client sends: a text, values for its variables, and which of its operations to run.
    struct Query: Sendable {
        let text: String
        let variables: JSONObject
        let operationName: String?

        /// - Throws: `Failure.refused`, with 422, for variables that are no object, nor text that holds one.
        init(_ body: JSONValue) throws(Failure) {
            text = body["query"]?.stringValue ?? ""
            operationName = body["operationName"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }
            switch body["variables"] {
            case nil, .null: variables = JSONObject()
            case .object(let object): variables = object
            case .string(let text) where text.isEmpty: variables = JSONObject()
            case .string(let text):
                guard let object = (try? JSONValue(parsing: Array(text.utf8)))?.objectValue else {
                    throw .refused(422, "Unexpected parameter: \(text)")
                }
                variables = object
            case .some(let other):
                throw .refused(
                    422, "Unexpected parameter: \(String(decoding: other.serialized(), as: UTF8.self))")
            }
        }
    }

    /// Why a field, an object or a whole query has no answer.
    enum Failure: Error {
        /// The field is null, and an error beside the data says why.
        case field(String)
        /// A value that must not be null is; the object around it is null in its place.
        case null
        /// The whole request ends with a status and one message.
        case refused(Int, String)

        static let timeout = Failure.refused(
            503, "Request timed out. Please try a less complex query or a smaller set of records.")
    }

    /// An entry of an answer's `errors`.
    struct QueryError: Hashable, Sendable {
        var message: String
        var positions: [Position] = []
        var path: [JSONValue] = []
        var extensions: JSONValue = .null

        var json: JSONValue {
            var object: JSONValue = ["message": .string(message)]
            if !positions.isEmpty {
                object["locations"] = .array(
                    positions.map { ["line": .int($0.line), "column": .int($0.column)] })
            }
            if !path.isEmpty { object["path"] = .array(path) }
            if !extensions.isNull { object["extensions"] = extensions }
            return object
        }
    }

    /// Several errors at once, such as those of a validation.
    struct QueryErrors: Error {
        let errors: [QueryError]
        init(_ errors: [QueryError]) { self.errors = errors }
        init(_ message: String, at position: Position? = nil) {
            errors = [QueryError(message: message, positions: position.map { [$0] } ?? [])]
        }
    }
}
