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

    func decodeList<Element: Decodable & Sendable>(
        of type: Element.Type
    ) async throws(GitLabError) -> (elements: [Element], skipped: [Page<Element>.Skipped]) {
        do {
            return (try await decode([Element].self), [])
        } catch {
            guard error.code == .decoding else { throw error }
        }
        let outcomes = try await decode([DecodingOutcome<Element>].self)
        var elements: [Element] = []
        var skipped: [Page<Element>.Skipped] = []
        for (index, outcome) in outcomes.enumerated() {
            switch outcome {
            case .read(let element): elements.append(element)
            case .unreadable(let reason): skipped.append(.init(index: index, reason: reason))
            }
        }
        return (elements, skipped)
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

/// One element of a list, or why it could not be read; decoding it never fails.
private enum DecodingOutcome<Element: Decodable & Sendable>: Decodable, Sendable {
    case read(Element)
    case unreadable(String)

    init(from decoder: any Decoder) {
        do {
            self = .read(try Element(from: decoder))
        } catch {
            self = .unreadable(DecodingMistake(error).description)
        }
    }
}
