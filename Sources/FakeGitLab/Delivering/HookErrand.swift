import Foundation
import WireFormat

/// A request of the API that sends a hook before it is answered.
struct HookErrand: Sendable {
    enum Purpose: Sendable {
        case test, resending
        /// The body that was made up for it.
        case systemTest(JSONValue)
    }

    let delivery: PendingDelivery
    let purpose: Purpose

    /// What GitLab answers once the receiver has.
    func answer(_ turn: HookTurn) -> Answer {
        switch (purpose, turn) {
        case (.systemTest(let body), _): return Answer(status: 201, body)
        case (_, .dropped(let reason)): return Self.refusal(reason)
        case (.test, .sent(_, let outcome)):
            let isTaken = outcome.status.map { (200..<300).contains($0) } ?? false
            return isTaken
                ? Answer(status: 201, ["message": "201 Created"]) : Self.refusal(outcome.loggedBody)
        case (.resending, .sent(_, let outcome)):
            guard let status = outcome.status else { return Self.refusal(outcome.loggedBody) }
            return Answer(status: 201, ["response_status": .int(status)])
        }
    }

    private static func refusal(_ text: String) -> Answer {
        Answer(status: 422, ["message": .string(text)])
    }
}
