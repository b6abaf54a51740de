import Foundation
import WireFormat

extension GitLabClient {
    /// Sends one request and decodes its answer.
    ///
    /// - Throws: `GitLabError` for every answer but a success, and for one that is not what GitLab documents.
    public func send<Response: Decodable & Sendable>(
        _ request: Request<Response>
    ) async throws(GitLabError) -> Response {
        let exchange = try await exchange(request)
        return try await exchange.decode(Response.self)
    }

    /// Sends one request whose answer has no content, or none that matters.
    public func send(_ request: Request<Void>) async throws(GitLabError) {
        _ = try await exchange(request)
    }

    /// Reads one page of a list. An element that cannot be read is named in `skipped`; the others stay.
    ///
    /// - Throws: as every `send`; also `.foreignOrigin` when the link to the next page leads away from the
    ///   instance, and `.pagingLoop` when it leads back to this page.
    public func send<Element: Decodable & Sendable>(
        _ request: Request<Page<Element>>
    ) async throws(GitLabError) -> Page<Element> {
        let exchange = try await exchange(request)
        let (elements, skipped) = try await exchange.decodeList(of: Element.self)
        return Page(
            elements: elements, skipped: skipped, next: try exchange.next(after: request, on: instance),
            serverDate: exchange.response.headers.date("Date"))
    }

    func exchange<Response>(_ request: Request<Response>) async throws(GitLabError) -> Exchange {
        let sent = try httpRequest(request)
        let response: HTTPResponse
        do {
            response = try await transport.send(sent)
        } catch {
            throw error.concerning(sent)
        }
        guard (200..<300).contains(response.status) else {
            throw GitLabError(response: response, request: sent, now: time.now)
        }
        return Exchange(request: sent, response: response)
    }

    private func httpRequest<Response>(_ request: Request<Response>) throws(GitLabError) -> HTTPRequest {
        let url = try url(of: request)
        var headers: HTTPHeaders = ["Accept": "application/json", "User-Agent": configuration.userAgent]
        if request.body != nil { headers["Content-Type"] = "application/json" }
        let made = HTTPRequest(
            method: request.method, url: url, headers: headers, body: request.body,
            timeout: configuration.timeout, isRepeatable: request.isRepeatable, project: request.project,
            hiddenIfNull: request.hiddenIfNull)
        do {
            try made.validate()
        } catch {
            throw error.concerning(made)
        }
        return made
    }

    private func url<Response>(of request: Request<Response>) throws(GitLabError) -> URL {
        guard request.api == .rest else { return instance.graphQLEndpoint }
        let target = instance.apiRoot.absoluteString + request.path + (request.query.map { "?\($0)" } ?? "")
        // Foundation repairs what is no URL: a path that is not sent as written means something else.
        guard let url = URL(string: target), instance.isBelowAPIRoot(url), url.fragment == nil,
            url.path(percentEncoded: true) == instance.apiPath + request.path,
            !"/\(request.path)/".contains("//")
        else {
            throw GitLabError(
                .invalidURL, request: "\(request.method) \(request.path)".oneLine(limit: 200),
                detail: "the path of the request leaves the API, or has an empty part")
        }
        return url
    }
}
