import FakeGitLab
import LoopbackServer
import WireFormat

extension Inquirer {
    /// Posts any body to the GraphQL endpoint.
    func post(_ body: JSONValue, path: String = "/api/graphql", method: String = "POST") -> Reply {
        let headers = token.map { [(name: "Authorization", value: "Bearer \($0)")] } ?? []
        let response = fake.respond(
            to: ServerRequest(method: method, target: path, headers: headers, body: body.serialized()),
            origin: origin)
        return Reply(status: response.status, headers: response.headers, body: response.body)
    }

    /// The whole answer to a query.
    func ask(_ query: String, _ variables: JSONValue = [:]) throws -> JSONValue {
        try post(["query": .string(query), "variables": variables]).json()
    }

    /// The `data` of a query that must not fail.
    func data(_ query: String, _ variables: JSONValue = [:]) throws -> JSONValue {
        let answer = try ask(query, variables)
        if let errors = answer["errors"] {
            throw WorldRefusal(text: String(decoding: errors.serialized(), as: UTF8.self))
        }
        return answer["data"] ?? .null
    }

    /// The messages of a query's errors.
    func errors(_ query: String, _ variables: JSONValue = [:]) throws -> [String] {
        try ask(query, variables)["errors"]?.arrayValue?.compactMap { $0["message"]?.stringValue } ?? []
    }

    struct WorldRefusal: Error { let text: String }
}

extension JSONValue {
    /// A member of members: `value["project", "mergeRequests", "nodes"]`.
    subscript(_ keys: String...) -> JSONValue? {
        keys.reduce(self as JSONValue?) { $0?[$1] }
    }
}
