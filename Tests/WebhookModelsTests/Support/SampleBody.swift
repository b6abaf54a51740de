import Foundation
import GitLabVocabulary
import Testing
import WebhookModels
import WireFormat

/// A body as GitLab sends it, with CANARY wherever something stands that must not be kept at rest.
struct SampleBody: Sendable, CustomTestStringConvertible {
    let name: String
    let header: String
    let kind: WebhookKind
    /// Fields without which it is no event.
    let essentials: [String]
    let text: String

    init(
        _ name: String, _ header: String, _ kind: WebhookKind, essentials: [String] = [], _ text: String
    ) {
        self.name = name
        self.header = header
        self.kind = kind
        self.essentials = essentials
        self.text = text
    }

    var data: Data { Data(text.utf8) }
    var testDescription: String { name }

    func event() throws -> WebhookEvent { try WebhookEvent(body: data, header: header) }

    static func named(_ name: String) -> SampleBody {
        guard let sample = all.first(where: { $0.name == name }) else { preconditionFailure(name) }
        return sample
    }

    static let all = code + planning + operations + instance

    static let user = #"""
        {"id": 5, "name": "Ada", "username": "ada", "avatar_url": "https://CANARY/a.png",
         "email": "CANARY@example.com", "CANARY_KEY": 1}
        """#
    static let project = #"""
        {"id": 3, "name": "App", "description": "CANARY", "web_url": "https://gitlab.example/web/app",
         "avatar_url": null, "git_ssh_url": "git@CANARY:web/app.git", "git_http_url": "https://CANARY/app.git",
         "namespace": "Web", "visibility_level": 10, "path_with_namespace": "web/app", "default_branch": "main",
         "ci_config_path": "CANARY/ci.yml", "homepage": "https://CANARY"}
        """#
    static let commit = #"""
        {"id": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3", "title": "Fix rounding",
         "message": "Fix rounding\n\nCANARY\n\nThis reverts commit 1234567.", "timestamp": "2026-03-02T10:00:00+02:00",
         "url": "https://gitlab.example/web/app/-/commit/a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
         "author": {"name": "Ada", "email": "ada@example.com", "secret": "CANARY"},
         "added": ["CANARY/new.swift"], "modified": ["CANARY/old.swift"], "removed": ["CANARY/gone.swift"]}
        """#
    static let label = #"""
        {"id": 9, "title": "bug", "color": "#CANARY", "project_id": 3, "created_at": "2026-01-01 00:00:00 UTC",
         "description": "CANARY", "type": "ProjectLabel", "group_id": null}
        """#
}
