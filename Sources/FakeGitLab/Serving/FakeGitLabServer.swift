public import Foundation
public import GitLabAPI
public import LoopbackServer
import Synchronization

/// A fake GitLab on a loopback port, for any client that speaks HTTP.
///
/// ```swift
/// let server = FakeGitLabServer(FakeGitLab(world: world))
/// let url = try server.start()
/// defer { server.stop() }
/// ```
public final class FakeGitLabServer: Sendable {
    public let fake: FakeGitLab
    private let server: LoopbackServer
    private let delivering = Mutex<Task<Void, Never>?>(nil)

    /// - Parameter port: 0 lets the system choose.
    public init(_ fake: FakeGitLab, port: Int = 0) {
        self.fake = fake
        var configuration = LoopbackServer.Configuration()
        configuration.port = port
        server = LoopbackServer(configuration: configuration, handler: fake.handler)
    }

    /// A generated world; its token is the configuration's.
    public convenience init(
        generating configuration: WorldGenerator.Configuration, port: Int = 0, rateLimit: RateLimit? = nil,
        faults: FaultPlan = FaultPlan(), time: any TimeSource = SystemTime()
    ) throws {
        let world = try WorldGenerator(configuration).world()
        self.init(FakeGitLab(world: world, time: time, rateLimit: rateLimit, faults: faults), port: port)
    }

    deinit { delivering.withLock { $0?.cancel() } }

    /// The instance's address, once started: `http://127.0.0.1:<port>/`.
    public var url: URL? { server.url }

    @discardableResult
    public func start() throws(LoopbackServerError) -> URL { try server.start() }

    /// Sends webhooks as soon as something happens, until `stop()`: over the fake's `receivers`, which must reach them.
    public func startDelivering() {
        delivering.withLock { task in
            task?.cancel()
            task = Task { [fake] in await fake.keepDelivering() }
        }
    }

    public func stop() {
        delivering.withLock { $0?.cancel() }
        server.stop()
    }
}
