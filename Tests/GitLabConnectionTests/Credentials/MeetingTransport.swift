import Foundation
import GitLabAPI
import GitLabVocabulary
import Synchronization
import Testing

/// Holds the first requests of a kind until so many are in flight, lets something happen, and lets them go on. Counts
/// what was answered.
final class MeetingTransport: Transport {
    enum Held: CaseIterable {
        /// Before GitLab has seen them.
        case questions
        /// After GitLab has answered them.
        case answers
    }

    private struct State {
        var met = 0
        var inFlight = 0
        var highest = 0
        var successes: [String: Int] = [:]
        var refusals = 0
    }

    private let base: any Transport
    private let size: Int
    private let held: Held
    private let meets: @Sendable (HTTPRequest) -> Bool
    private let change: @Sendable () async throws -> Void
    private let gate: MeetingGate
    private let state = Mutex(State())

    init(
        over base: any Transport, of size: Int, holding held: Held,
        if meets: @escaping @Sendable (HTTPRequest) -> Bool,
        meanwhile change: @escaping @Sendable () async throws -> Void
    ) {
        self.base = base
        self.size = size
        self.held = held
        self.meets = meets
        self.change = change
        gate = MeetingGate(size)
    }

    /// How many requests were in flight at most.
    var highest: Int { state.withLock(\.highest) }
    /// How often each request succeeded.
    var successes: [String: Int] { state.withLock(\.successes) }
    /// How many requests were answered 401.
    var refusals: Int { state.withLock(\.refusals) }

    func forget() { state.withLock { ($0.successes, $0.refusals) = ([:], 0) } }

    func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
        let isHeld = state.withLock { state in
            state.inFlight += 1
            state.highest = max(state.highest, state.inFlight)
            guard state.met < size, meets(request) else { return false }
            state.met += 1
            return true
        }
        defer { state.withLock { $0.inFlight -= 1 } }
        if isHeld, held == .questions { await meet() }
        let response = try await base.send(request)
        if isHeld, held == .answers { await meet() }
        state.withLock { state in
            switch response.status {
            case 200..<300:
                state.successes[request.question, default: 0] += 1
            case 401: state.refusals += 1
            default: break
            }
        }
        return response
    }

    private func meet() async {
        await gate.pass { [change] in
            do { try await change() } catch { Issue.record(error) }
        }
    }
}

/// Opens when as many have come.
private actor MeetingGate {
    private var missing: Int
    private var waiters: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) { missing = count }

    /// - Parameter change: done by the last who comes, before all go on.
    func pass(_ change: @Sendable () async -> Void) async {
        missing -= 1
        guard missing == 0 else { return await withCheckedContinuation { waiters.append($0) } }
        await change()
        for waiter in waiters { waiter.resume() }
    }
}

extension HTTPRequest {
    /// What is asked: method and address, and for GraphQL the operation and its variables, but for how many rows at once:
    /// that grows with every page that went well.
    var question: String {
        guard url.path().hasSuffix("/graphql"), let body else { return "\(method.rawValue) \(url)" }
        return String(decoding: body, as: UTF8.self)
            .replacing(/"query":"[^"]*",?/, with: "").replacing(/"first":\d+,?/, with: "")
    }
}
