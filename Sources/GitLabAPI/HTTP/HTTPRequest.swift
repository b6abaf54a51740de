public import Foundation

/// One HTTP request as a `Transport` carries it. Printing it shows neither header values nor the query.
public struct HTTPRequest: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    public var method: HTTPMethod
    /// Absolute, percent-encoded, with the query.
    public var url: URL
    public var headers: HTTPHeaders
    public var body: Data?
    /// How long the whole exchange may take before it fails as `.timedOut`; 60 seconds by default.
    public var timeout: Duration
    /// Whether sending it again after a fault is harmless. By default what the method promises; GraphQL
    /// queries are repeatable though they are POST.
    public var isRepeatable: Bool
    /// The project it concerns, where the path does not name it; see `Request.project`.
    public var project: ProjectReference?
    /// The field of an answer's `data` that is null when the project is hidden; see `Request.hiddenIfNull`.
    public var hiddenIfNull: String?
    /// Which try it is, from 1; `RetryingTransport` counts.
    public var attempt = 1
    /// What the host calls the credential it is sent with, not a secret; a `CredentialPool` says it.
    public var credential: String?

    public init(
        method: HTTPMethod = .get, url: URL, headers: HTTPHeaders = [:], body: Data? = nil,
        timeout: Duration = .seconds(60), isRepeatable: Bool? = nil, project: ProjectReference? = nil,
        hiddenIfNull: String? = nil
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.isRepeatable = isRepeatable ?? method.isIdempotent
        self.project = project
        self.hiddenIfNull = hiddenIfNull
    }

    /// Method and percent-encoded path: what stands there fits on one line.
    public var description: String {
        "\(method.rawValue.oneLine(limit: 20)) \(url.path(percentEncoded: true))"
    }
    public var debugDescription: String { description }
    public var customMirror: Mirror {
        Mirror(self, children: ["method": method.rawValue, "path": url.path(percentEncoded: true)])
    }
}
