import Foundation
import LoopbackServer

/// What a fake GitLab was asked, request by request, so that tests count requests by kind.
///
/// Totals are kept forever; single entries only as far back as `capacity`.
public struct RequestLog: Sendable {
    /// One request and the status it got.
    public struct Entry: Hashable, Sendable {
        public let method: String
        /// The pattern of the endpoint, such as `projects/:id/merge_requests`, or `graphql`; the path itself where
        /// there is no such endpoint or a fault answered in its place.
        public let route: String
        /// The name of the GraphQL operation; `nil` for REST and for anonymous operations. Operations sent in one
        /// request are joined by commas.
        public let operation: String?
        public let status: Int

        public init(method: String, route: String, operation: String? = nil, status: Int) {
            self.method = method
            self.route = route
            self.operation = operation
            self.status = status
        }

        /// What it is counted as: `GET projects/:id/merge_requests`, `POST graphql MergeRequests`.
        public var kind: String { "\(method) \(route)\(operation.map { " \($0)" } ?? "")" }
    }

    /// How many entries are kept, the newest; at least as many are there when as many were answered.
    public let capacity: Int
    /// The latest entries in order of arrival.
    public private(set) var entries: [Entry] = []
    /// How many requests of each kind there were since the log began.
    public private(set) var counts: [String: Int] = [:]

    public init(capacity: Int = 10_000) { self.capacity = max(1, capacity) }

    /// All requests since the log began.
    public var total: Int { counts.values.reduce(0, +) }

    mutating func append(_ entry: Entry) {
        if entries.count >= 2 * capacity { entries.removeFirst(capacity) }
        entries.append(entry)
        counts[entry.kind, default: 0] += 1
    }
}

extension RequestLog.Entry {
    init(_ request: ServerRequest, _ answer: Answer) {
        self.init(
            method: request.method, route: answer.route ?? Self.path(of: request),
            operation: answer.operation,
            status: answer.status)
    }

    /// A request that a fault answered in the instance's place.
    init(_ request: ServerRequest, status: Int) {
        self.init(method: request.method, route: Self.path(of: request), status: status)
    }

    private static func path(of request: ServerRequest) -> String {
        let path = request.target.prefix { $0 != "?" }
        guard let api = path.range(of: "/api/v4/") else { return String(path) }
        return String(path[api.upperBound...])
    }
}
