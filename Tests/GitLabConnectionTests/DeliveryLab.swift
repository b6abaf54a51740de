import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import MetricsStorage
import WebhookModels

/// An active connection to two projects whose hooks send to an inbox.
struct DeliveryLab {
    let lab: ConnectionLab
    let connection: Connection
    let sync: AutoSync
    let processor: WebhookProcessor

    init(
        _ mode: VirtualTime.Mode = .automatic, way: ReadingWay = .rest,
        selecting selection: ProjectSelection? = nil, ofGroup: Bool = false
    ) async throws {
        let lab = try ConnectionLab(mode)
        self.lab = lab
        connection = try lab.connection(hook: ofGroup ? nil : ConnectionLab.wish, way: way)
        sync = AutoSync(connection)
        processor = sync.processor(of: lab.storage)
        let router = WebhookRouter([
            WebhookEndpoint(
                at: [.panDevAll], of: "lab",
                verifier: try WebhookVerifier(accepting: [ConnectionLab.wish.credentials]),
                sink: .inbox(lab.storage, waking: processor))
        ])
        lab.fake.receivers = HookReceiver { request in
            let fields = request.headers.fields.map { WebhookHeaders.Field($0.name, $0.value) }
            let response = await router.route(
                WebhookRequest(
                    method: request.method.rawValue, target: request.url.path,
                    headers: WebhookHeaders(fields), body: request.body ?? Data()), at: lab.time.now)
            return HTTPResponse(status: response.status)
        }
        if ofGroup {
            lab.fake.change {
                $0.addMember(lab.bot, toGroup: lab.group, access: .maintainer)
                $0.addHook(
                    ConnectionLab.wish.url, toGroup: lab.group, switches: .all,
                    token: ConnectionLab.wish.credentials.token?.reveal())
            }
        }
        _ = try await connection.activate(selection ?? lab.selection, since: lab.since)
        // What was touched just before is read once more.
        for _ in 1...2 {
            lab.time.advance(by: .seconds(600))
            try await sync.syncNow()
        }
        lab.network.breakDown(after: nil)
    }

    /// Hooks tell of what happened, and it is applied.
    func deliver() async throws {
        await lab.fake.deliverAll()
        try await processor.drain()
    }

    func status(of project: Int) async throws -> ProjectStatus? {
        try await connection.status()?.projects.first { $0.project.rawValue == project }
    }

    var waiting: Set<RefreshKey> {
        get async throws { try await connection.queue.keys(at: lab.time.now) }
    }
}
