import Foundation
import Synchronization

/// An answer on its way: collects the body, and settles once, by whatever comes first of answer, failure,
/// deadline and cancellation. What arrives afterwards is dropped.
final class PendingAnswer: Sendable {
    typealias Outcome = Result<HTTPResponse, GitLabError>

    private struct State {
        var body = Data()
        var outcome: Outcome?
        var waiter: CheckedContinuation<Outcome, Never>?
    }

    private let maximumBodyBytes: Int
    private let state = Mutex(State())

    init(maximumBodyBytes: Int) { self.maximumBodyBytes = maximumBodyBytes }

    /// Adds a piece of the body; one too many settles as `.responseTooLarge`.
    func receive(_ piece: Data) {
        let isTooLarge = state.withLock { state in
            guard state.outcome == nil else { return false }
            guard piece.count <= maximumBodyBytes - state.body.count else { return true }
            state.body.append(piece)
            return false
        }
        if isTooLarge {
            fail(GitLabError(.responseTooLarge, detail: "more than \(maximumBodyBytes) bytes"))
        }
    }

    /// Settles with the body as far as it has come.
    func succeed(status: Int, headers: HTTPHeaders) {
        settle { .success(HTTPResponse(status: status, headers: headers, body: $0)) }
    }

    func fail(_ error: GitLabError) { settle { _ in .failure(error) } }

    private func settle(_ outcome: (Data) -> Outcome) {
        let settled = state.withLock { state -> (CheckedContinuation<Outcome, Never>, Outcome)? in
            guard state.outcome == nil else { return nil }
            let outcome = outcome(state.body)
            state.outcome = outcome
            state.body = Data()
            defer { state.waiter = nil }
            return state.waiter.map { ($0, outcome) }
        }
        if let (waiter, outcome) = settled { waiter.resume(returning: outcome) }
    }

    /// Waits until it is settled; to be called once.
    func outcome() async -> Outcome {
        await withCheckedContinuation { waiter in
            let outcome = state.withLock { state in
                if state.outcome == nil { state.waiter = waiter }
                return state.outcome
            }
            if let outcome { waiter.resume(returning: outcome) }
        }
    }
}
