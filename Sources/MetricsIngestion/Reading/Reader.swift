import Foundation
import GitLabAPI
import MetricsCore

/// Sends the requests of one run, notes when each began, and counts them.
struct Reader: Sendable {
    let client: GitLabClient
    let time: any TimeSource
    let reporter: BackfillProgress.Reporter
    /// What the requests are for.
    var kind = RecordKind.project

    /// One answer, and when it was asked for.
    struct Answer<Value: Sendable>: Sendable {
        var value: Value
        var began: ReadStart
    }

    func send<Row: Decodable & Sendable>(
        _ request: Request<Page<Row>>
    ) async throws(GitLabError) -> Answer<Page<Row>> {
        let began = try start()
        let page = try await client.send(request)
        return Answer(
            value: page, began: ReadStart(began: began, answered: time.now, serverDate: page.serverDate))
    }

    func send<Response: Decodable & Sendable>(
        _ request: Request<Response>
    ) async throws(GitLabError) -> Answer<Response> {
        let began = try start()
        let response = try await client.send(request)
        return Answer(
            value: response, began: ReadStart(began: began, answered: time.now, serverDate: nil))
    }

    func send<Content>(
        _ query: GraphQLQuery<Content>
    ) async throws(GitLabError) -> Answer<GraphQLAnswer<Content>> {
        let began = try start()
        let answer = try await client.send(query)
        return Answer(
            value: answer, began: ReadStart(began: began, answered: time.now, serverDate: answer.serverDate))
    }

    /// `send` for pages of one kind of row.
    func pages<Row: Decodable & Sendable>()
        -> @Sendable (Request<Page<Row>>) async throws(GitLabError) -> Answer<Page<Row>>
    {
        { request async throws(GitLabError) in try await send(request) }
    }

    private func start() throws(GitLabError) -> Date {
        guard !Task.isCancelled else { throw GitLabError(.cancelled) }
        reporter.countRequest(for: kind, at: time.now)
        return time.now
    }
}
