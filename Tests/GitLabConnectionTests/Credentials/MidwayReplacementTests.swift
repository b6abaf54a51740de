import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import MetricsStorage
import Testing

@Suite("A token replaced in the registry in the middle of a first read")
struct MidwayReplacementTests {
    /// The registry of a process of its own.
    private func registry(_ lab: MidwayLab) -> CredentialRegistry {
        CredentialRegistry(lab.vault, sealer: lab.sealer, time: lab.time)
    }

    /// Another process replaces the token, and the old one is revoked at once, while requests meet.
    private func network(_ lab: MidwayLab, holding held: MeetingTransport.Held) -> MeetingTransport {
        let registry = registry(lab)
        return lab.network(holding: held) {
            try await registry.update("a", MidwayLab.second)
            lab.fake.change { $0.revokeToken(MidwayLab.first.secret.reveal()) }
        }
    }

    /// The same with nothing replaced.
    private func undisturbed(_ reading: MidwayLab.Reading) async throws -> MidwayLab.Trace {
        let lab = try MidwayLab(reading)
        return try await lab.trace(
            StaticCredential(MidwayLab.first), over: lab.network(holding: .questions) {})
    }

    @Test(
        "Eight requests and more in flight, answered or refused: none fails, nothing is read twice",
        arguments: MidwayLab.Reading.allCases)
    func replaced(reading: MidwayLab.Reading) async throws {
        let expected = try await undisturbed(reading)
        #expect(expected.successes.values.allSatisfy { $0 == 1 })
        for held in MeetingTransport.Held.allCases {
            let lab = try MidwayLab(reading)
            _ = try await registry(lab).create("metrics", MidwayLab.first, id: "a")
            let network = network(lab, holding: held)
            let trace = try await lab.trace(registry(lab).provider(for: "a"), over: network)
            #expect(network.highest == reading.meeting && reading.meeting >= 8)
            // What was answered before the old token ended stands; of the others each is refused once.
            #expect(network.refusals == (held == .questions ? reading.meeting : 0))
            #expect(trace.status.state == .connected)
            trace.expectSame(as: expected)
        }
    }

    /// What a connection asks for when it is activated again, and at its next sync.
    private func laterRequests(of connection: Connection, _ lab: MidwayLab, over network: MeetingTransport)
        async throws -> [[String: Int]]
    {
        network.forget()
        #expect(try await lab.activate(connection).state == .connected)
        let again = network.successes
        network.forget()
        lab.time.advance(by: .seconds(3600))
        #expect(try await AutoSync(connection).step().count == lab.reading.projects)
        #expect(network.refusals == 0)
        return [again, network.successes]
    }

    @Test("Afterwards no hook is registered again and no history read again")
    func afterwards() async throws {
        let lab = try MidwayLab(.rest)
        _ = try await registry(lab).create("metrics", MidwayLab.first, id: "a")
        let network = network(lab, holding: .questions)
        let connection = lab.connection(registry(lab).provider(for: "a"), over: network)
        _ = try await lab.activate(connection)
        let isRegistration: (String) -> Bool = { $0.hasPrefix("POST") && $0.hasSuffix("/hooks") }
        #expect(network.successes.keys.count(where: isRegistration) == lab.reading.projects)
        let later = try await laterRequests(of: connection, lab, over: network)
        for requests in later {
            #expect(!requests.isEmpty && requests.values.allSatisfy { $0 == 1 })
            #expect(!requests.keys.contains(where: isRegistration))
            // What hangs on merge requests is history, and none has changed.
            #expect(!requests.keys.contains { $0.contains("/merge_requests/") })
        }
        let calm = try MidwayLab(.rest)
        let calmNetwork = calm.network(holding: .questions) {}
        let calmConnection = calm.connection(StaticCredential(MidwayLab.first), over: calmNetwork)
        _ = try await calm.activate(calmConnection)
        #expect(try await laterRequests(of: calmConnection, calm, over: calmNetwork) == later)
    }
}
