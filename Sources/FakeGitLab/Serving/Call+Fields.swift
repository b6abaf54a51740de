import WireFormat

extension Call {
    /// The parameters of a body, JSON or a form, with those of the query beneath them.
    var fields: JSONValue {
        var fields: JSONValue = [:]
        for (name, value) in request.query { fields[name] = .string(value) }
        if let body = try? JSONValue(parsing: request.body), body.objectValue != nil {
            return fields.merging(body)
        }
        return fields
    }
}
