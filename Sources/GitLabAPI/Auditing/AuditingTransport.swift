import Foundation

/// Tells a sink of every exchange: one entry for each request that reaches the network, with what came of it.
///
/// It stands innermost, around the transport that reaches the network and below a `StandardTransport`. So each try,
/// redirect, second token and credential of a pool makes an entry of its own, and `AuditEntry.duration` holds no
/// wait for a rate or before a repetition, only that for a slot of `URLSessionTransport`.
///
/// A sink that fails does not fail the request: the entry is lost, and `onFailure` is told.
public struct AuditingTransport: Transport {
    private let base: any Transport
    private let instance: InstanceURL
    private let sink: any AuditSink
    private let credential: String?
    private let time: any TimeSource
    private let onFailure: (@Sendable (any Error) -> Void)?

    /// - Parameters:
    ///   - base: reaches the network.
    ///   - credential: what entries call the token of the requests, best the name of its user; not a secret. The
    ///     credentials of a pool have their own labels.
    ///   - onFailure: told what the sink threw, on the task that sent the request; must return soon.
    public init(
        over base: any Transport, instance: InstanceURL, to sink: any AuditSink, credential: String? = nil,
        time: any TimeSource = .system, onFailure: (@Sendable (any Error) -> Void)? = nil
    ) {
        self.base = base
        self.instance = instance
        self.sink = sink
        self.credential = credential
        self.time = time
        self.onFailure = onFailure
    }

    public func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
        let start = time.now
        let outcome = await outcome(of: request)
        let entry = AuditEntry(
            of: request, on: instance, outcome: outcome, from: start, to: time.now, credential: credential)
        do {
            try sink.record(entry)
        } catch {
            onFailure?(error)
        }
        return try outcome.get()
    }

    private func outcome(of request: HTTPRequest) async -> Result<HTTPResponse, GitLabError> {
        do throws(GitLabError) {
            return .success(try await base.send(request))
        } catch {
            return .failure(error)
        }
    }
}
