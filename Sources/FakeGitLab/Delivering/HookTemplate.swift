import WireFormat

/// A body of the host's own making: `{{path.to.field}}` stands for the value there, as JSON.
///
/// <https://docs.gitlab.com/user/project/integrations/webhooks/#custom-webhook-template>
struct HookTemplate: Sendable {
    let text: String

    /// The body made of an event; a field that is not there is `null`, and the elements of arrays cannot be named.
    ///
    /// - Throws: `JSONSyntaxError` when what comes out is no JSON; then nothing is sent.
    func filled(from event: JSONValue) throws(JSONSyntaxError) -> JSONValue {
        let filled = text.replacing(/\{\{\s*(.+?)\s*\}\}/) { match in
            let value = match.output.1.split(separator: ".").reduce(JSONValue?.some(event)) { value, name in
                value?[String(name)]
            }
            return String(decoding: (value ?? .null).serialized(), as: UTF8.self)
        }
        return try JSONValue(parsing: Array(filled.utf8))
    }
}
