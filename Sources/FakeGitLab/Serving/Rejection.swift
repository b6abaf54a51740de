import WireFormat

/// A refusal in one of the shapes GitLab uses.
///
/// <https://docs.gitlab.com/api/rest/troubleshooting/>
struct Rejection: Error {
    let status: Int
    let body: JSONValue
    var headers: [(name: String, value: String)] = []

    static func message(_ status: Int, _ text: String) -> Rejection {
        Rejection(status: status, body: ["message": .string(text)])
    }

    static func error(_ status: Int, _ text: String) -> Rejection {
        Rejection(status: status, body: ["error": .string(text)])
    }

    static let unauthorized = message(401, "401 Unauthorized")
    static let forbidden = message(403, "403 Forbidden")
    static let noSuchRoute = error(404, "404 Not Found")

    static func notFound(_ kind: String) -> Rejection { message(404, "404 \(kind) Not Found") }

    /// A parameter of the right type with a value the endpoint does not take.
    static func value(of parameter: String) -> Rejection {
        error(400, "\(parameter) does not have a valid value")
    }

    /// A parameter of the wrong type.
    static func type(of parameter: String) -> Rejection { error(400, "\(parameter) is invalid") }

    static let expired = oauth(
        401, "invalid_token", "Token is expired. You can either do re-authorization or token refresh.")

    static let revoked = oauth(
        401, "invalid_token", "Token was revoked. You have to re-authorize from the user.")

    static let impersonationDisabled = oauth(
        401, "invalid_token", "Token is an impersonation token but impersonation was disabled.")

    /// What a fine-grained token is told.
    static func insufficientPermission(_ permission: String) -> Rejection {
        oauth(403, "insufficient_granular_scope", "The access token lacks the permission \(permission).")
    }

    static func insufficientScope(_ scopes: [String]) -> Rejection {
        oauth(
            403, "insufficient_scope",
            "The request requires higher privileges than provided by the access token.",
            scope: scopes.joined(separator: " "))
    }

    static func oauth(_ status: Int, _ error: String, _ description: String, scope: String? = nil)
        -> Rejection
    {
        var body: JSONValue = ["error": .string(error), "error_description": .string(description)]
        if let scope { body["scope"] = .string(scope) }
        return Rejection(status: status, body: body)
    }
}
