import Foundation
import GitLabVocabulary

extension AuditEntry {
    /// The entry of one exchange.
    ///
    /// - Parameter credential: the name of the token the request carries, unless the request says it.
    init(
        of request: HTTPRequest, on instance: InstanceURL, outcome: Result<HTTPResponse, GitLabError>,
        from start: Date, to end: Date, credential: String?
    ) {
        let route = AuditRoute(request.url, on: instance)
        let response = try? outcome.get()
        let token = request.headers["Authorization"]?.split(separator: " ").last
        func withoutToken(_ text: String?) -> String? {
            guard let text, let token else { return text }
            return text.contains(token) ? nil : text
        }
        var failure: GitLabError.Code?
        if case .failure(let error) = outcome { failure = error.code }
        self.init(
            date: start, method: request.method.rawValue.oneLine(limit: 20), route: route.template,
            project: route.project ?? request.project?.id, status: response?.status, failure: failure,
            duration: .seconds(end.timeIntervalSince(start)), attempt: request.attempt,
            bytesSent: request.body?.count ?? 0, bytesReceived: response?.body.count ?? 0,
            requestID: withoutToken(response?.headers["X-Request-Id"]?.plainID),
            credential: token == nil ? nil : withoutToken(request.credential ?? credential))
    }
}

extension ProjectReference {
    /// The id, if it is one.
    fileprivate var id: ProjectID? {
        switch self {
        case .id(let id): id
        case .path: nil
        }
    }
}

extension String {
    /// The text if it is an id as servers make them; a hostile one may answer with anything.
    fileprivate var plainID: String? {
        let isPlain =
            utf8.count <= 100
            && allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
        return isPlain && !isEmpty && redactingSecrets() == self ? self : nil
    }
}
