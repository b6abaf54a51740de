import FakeGitLab
import Foundation
import GitLabAPI
import WireFormat

/// An instance with a confidential and a public application, spoken to in bare HTTP.
struct OAuthScene {
    let fake: FakeGitLab
    let time = VirtualTime(Inquirer.end)
    let user: Int

    static let redirect = "https://host.example/callback"
    static let verifier = "ks02i3jdikdo2k0dkfodf3m39rjfjsdk0wk349rj3jrhf"
    static let challenge = "2i0WFA-0AerkjQm4X4oDEhqA17QIAKNjXpagHBXmO_U"

    init() throws {
        var world = World(now: Inquirer.end)
        user = world.addUser("anna")
        let project = try world.addProject("app", group: world.addGroup("acme"))
        world.addMember(user, toProject: project, access: .developer)
        world.addApplication(
            uid: "server", secret: "gloas-server", redirectURIs: [Self.redirect, "\(Self.redirect)?via=2"],
            scopes: ["read_api", "api"])
        world.addApplication(
            uid: "cli", secret: "gloas-cli", redirectURIs: [Self.redirect],
            scopes: ["read_api", "read_user"],
            isConfidential: false)
        fake = FakeGitLab(world: world, time: time)
    }

    struct Reply {
        let status: Int
        let headers: HTTPHeaders
        let body: JSONValue

        var error: String? { body["error"]?.stringValue }
        func text(_ key: String) -> String { body[key]?.stringValue ?? "" }
    }

    func send(
        _ method: HTTPMethod = .post, _ path: String, _ body: String = "",
        headers: [(String, String)] = [("Content-Type", "application/x-www-form-urlencoded")]
    ) async throws -> Reply {
        guard let url = URL(string: "https://gitlab.test/\(path)") else { throw URLError(.badURL) }
        let response = try await FakeGitLabTransport(fake).send(
            HTTPRequest(
                method: method, url: url, headers: HTTPHeaders(headers),
                body: body.isEmpty ? nil : Data(body.utf8)))
        return Reply(
            status: response.status, headers: response.headers,
            body: (try? JSONValue(parsing: Array(response.body))) ?? .null)
    }

    func token(_ parameters: [String: String]) async throws -> Reply {
        try await send(.post, "oauth/token", Self.form(parameters))
    }

    func api(_ path: String, bearer token: String) async throws -> Reply {
        try await send(.get, "api/v4/\(path)", headers: [("Authorization", "Bearer \(token)")])
    }

    /// The authorization URL of the public application, with some parameters changed or left out.
    static func authorization(_ changes: [String: String?] = [:]) -> URL {
        var parameters: [String: String] = [
            "client_id": "cli", "redirect_uri": redirect, "response_type": "code", "state": "xyz",
            "scope": "read_api", "code_challenge": challenge, "code_challenge_method": "S256",
        ]
        for (name, value) in changes { parameters[name] = value }
        return URL(filePath: "/").replacing("https://gitlab.test/oauth/authorize?\(form(parameters))")
    }

    /// A code of the public application.
    func code(_ changes: [String: String?] = [:]) throws -> String {
        Self.query(try fake.authorize(Self.authorization(changes), as: user))["code"] ?? ""
    }

    func redeem(_ code: String, _ changes: [String: String?] = [:]) async throws -> Reply {
        var parameters: [String: String] = [
            "grant_type": "authorization_code", "client_id": "cli", "code": code,
            "redirect_uri": Self.redirect, "code_verifier": Self.verifier,
        ]
        for (name, value) in changes { parameters[name] = value }
        return try await token(parameters)
    }

    func refresh(_ refresh: String, _ changes: [String: String?] = [:]) async throws -> Reply {
        var parameters = ["grant_type": "refresh_token", "client_id": "cli", "refresh_token": refresh]
        for (name, value) in changes { parameters[name] = value }
        return try await token(parameters)
    }

    static func query(_ url: URL) -> [String: String] {
        let items = URLComponents(url: url, resolvingAgainstBaseURL: false)?.queryItems ?? []
        return Dictionary(items.map { ($0.name, $0.value ?? "") }) { $1 }
    }

    static func form(_ parameters: [String: String]) -> String {
        let unreserved = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~"))
        return parameters.sorted { $0.key < $1.key }.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: unreserved) ?? "")"
        }
        .joined(separator: "&")
    }
}

extension URL {
    fileprivate func replacing(_ text: String) -> URL { URL(string: text) ?? self }
}
