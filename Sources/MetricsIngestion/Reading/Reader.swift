import Foundation
import GitLabAPI

/// Sends the requests of one run, notes when each began, and counts them.
struct Reader: Sendable {
    let client: GitLabClient
    let time: any TimeSource
    let reporter: BackfillProgress.Reporter

    /// One answer, and when it was asked for.
    struct Answer<Value: Sendable>: Sendable {
        var value: Value
        var began: ReadStart
    }

    func send<Element>(_ request: Request<Page<Element>>) async throws(GitLabError) -> Answer<Page<Element>> {
        let began = try start()
        let page = try await client.send(request)
        return Answer(
            value: page, began: ReadStart(began: began, answered: time.now, serverDate: page.serverDate))
    }

    func send<Response>(_ request: Request<Response>) async throws(GitLabError) -> Answer<Response>
    where Response: Decodable & Sendable {
        let began = try start()
        let response = try await client.send(request)
        return Answer(
            value: response, began: ReadStart(began: began, answered: time.now, serverDate: nil))
    }

    private func start() throws(GitLabError) -> Date {
        guard !Task.isCancelled else { throw GitLabError(.cancelled) }
        reporter.countRequest()
        return time.now
    }
}
