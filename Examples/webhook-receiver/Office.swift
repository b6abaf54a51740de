import FakeGitLab
import Foundation
import GitLabAPI

/// The fake GitLab with its developers, who change something several times a second.
struct Office {
    static let token = "glpat-fake-maintainer"
    static let group = "acme"

    /// What the developers do: everything but deleting, which GitLab tells nobody of.
    private static let changes: [Churn.Change] =
        Churn.lively + [
            .openMergeRequest, .openMergeRequest, .unapprove, .close, .reopen, .runPipeline, .deploy, .deploy,
            .openIncident, .closeIssue,
        ]

    private let fake: FakeGitLab
    private let server: FakeGitLabServer
    private let seed: UInt64

    /// - Parameter hasFaults: whether a third of the deliveries comes twice, a tenth not at all, and all in any order.
    init(seed: UInt64, hasFaults: Bool, now: Date) throws {
        var world = try WorldGenerator(
            .init(seed: seed, projects: 3, mergeRequestsPerProject: 30, end: now, version: .v19)
        ).world()
        world.addToken(Self.token, for: WorldGenerator.administrator, name: "webhooks", scopes: ["api"])
        fake = FakeGitLab(world: world)
        fake.receivers = URLSessionTransport()
        if hasFaults {
            fake.hookFaults = HookFaults(
                seed: seed, duplicates: 0.3, loss: 0.1, delay: .zero ... .seconds(2), reorders: true)
            // A hook that rests would lose more than a tenth.
            fake.hookPolicy.disablesFailing = false
        }
        server = FakeGitLabServer(fake)
        self.seed = seed
    }

    func start() throws -> URL { try server.start() }

    func stop() { server.stop() }

    /// Works and delivers until the surrounding task is cancelled.
    func work() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await fake.keepDelivering() }
            group.addTask {
                var churn = Churn(seed: seed, changes: Self.changes)
                while (try? await Task.sleep(for: .milliseconds(150))) != nil {
                    fake.change { churn.step(&$0) }
                }
            }
        }
    }

    /// Delivers what is still on its way.
    func deliverRest() async { await fake.deliverAll() }
}
