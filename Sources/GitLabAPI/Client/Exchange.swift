import Foundation
import WireFormat

/// A request and its successful answer, on the way to typed values.
struct Exchange: Sendable {
    /// Above this size decoding leaves the caller's actor: below it, the hop costs more than the work.
    static let largeBody = 16_384

    let request: HTTPRequest
    let response: HTTPResponse

    func decode<Value: Decodable & Sendable>(_ type: Value.Type) async throws(GitLabError) -> Value {
        try requireJSON()
        return response.body.count > Self.largeBody ? try await decodeApart(type) : try decodeHere(type)
    }

    /// At once if it can be, element by element if not.
    func decodeList<Element: Decodable & Sendable>(
        of type: Element.Type
    ) async throws(GitLabError) -> (elements: [Element], skipped: [Page<Element>.Skipped]) {
        do {
            return (try await decode([Element].self), [])
        } catch {
            guard error.code == .decoding else { throw error }
        }
        let list = try await decode(LossyList<Element>.self)
        return (list.elements, list.skipped.map { .init(index: $0.index, reason: $0.failure.description) })
    }

    @concurrent private func decodeApart<Value: Decodable & Sendable>(
        _ type: Value.Type
    ) async throws(GitLabError) -> Value {
        try decodeHere(type)
    }

    private func decodeHere<Value: Decodable & Sendable>(_ type: Value.Type) throws(GitLabError) -> Value {
        do {
            return try JSON.decode(type, from: response.body)
        } catch {
            throw GitLabError(decodingFailure: error, request: request, response: response)
        }
    }

    private func requireJSON() throws(GitLabError) {
        if let stranger = GitLabError(successWithoutJSON: response, request: request) { throw stranger }
    }
}
