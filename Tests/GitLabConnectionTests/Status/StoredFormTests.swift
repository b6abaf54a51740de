import Foundation
import GitLabAPI
import GitLabConnection
import MetricsCore
import MetricsStorage
import Testing

/// What is stored of a connection is read forever.
@Suite struct StoredFormTests {
    private static let connection = """
        {"format":1,"value":{"isActive":true,"isPaused":true,"selection":\
        {"excluded":["path:acme/shop"],"included":["group:acme"]},"since":1767900000}}
        """
    private static let project = """
        {"format":1,"value":{"coverage":[],"lastSync":1768000000,"nextSync":1768003600,\
        "path":"acme/billing","project":7,"state":"degraded"}}
        """

    private func status(_ connection: String, _ project: String) async throws -> ConnectionStatus? {
        let lab = try ConnectionLab()
        let now = Instant(ConnectionLab.start)
        for (namespace, name, text) in [
            ("connection", "lab", connection), ("project-status", "lab/7", project),
        ] {
            let key = StateKey(namespace: namespace, name: name)
            try await lab.storage.set(Data(text.utf8), for: key, expecting: nil, expiry: nil, at: now)
        }
        return try await lab.connection().status()
    }

    @Test("Version 1 of a connection and its projects is read")
    func version1() async throws {
        let status = try #require(try await status(Self.connection, Self.project))
        #expect(status.state == .paused)
        #expect(status.projects.map(\.path) == ["acme/billing"])
        #expect(status.projects.map(\.state) == [.degraded])
        #expect(status.projects.first?.lastSync == Instant(secondsSince1970: 1_768_000_000))
    }

    @Test("A later version is not taken for this one")
    func later() async throws {
        let later = Self.connection.replacing(#""format":1"#, with: #""format":2"#)
        await #expect { try await status(later, Self.project) } throws: {
            ($0 as? StorageError)?.code == .unreadable
        }
    }
}
