import Foundation

/// When a fault strikes: at which paths, at which of the requests there, and how often.
public struct FaultRule: Hashable, Sendable {
    public enum Occurrence: Hashable, Sendable {
        /// The matching requests of those numbers, from 1.
        case requests(ClosedRange<Int>)
        /// Every nth matching request.
        case every(Int)
        /// Each matching request with that chance, 0…1, by the plan's own seeded generator.
        case probability(Double)
        case always

        /// The next matching request only.
        public static let once = Occurrence.requests(1...1)

        /// The next so many matching requests.
        public static func first(_ count: Int) -> Occurrence { .requests(1...max(1, count)) }
    }

    public var fault: Fault
    /// Segments of the path after `/api/v4`, or `graphql`, `*` for any one and `**` for any rest; `nil` for every request.
    public var path: String?
    public var occurrence: Occurrence

    public init(_ fault: Fault, at path: String? = nil, _ occurrence: Occurrence = .always) {
        self.fault = fault
        self.path = path
        self.occurrence = occurrence
    }

    func matches(_ target: String) -> Bool {
        guard let path else { return true }
        let plain = target.prefix { $0 != "?" }
        let tail =
            (plain.range(of: "/api/v4/") ?? plain.range(of: "/api/")).map { plain[$0.upperBound...] } ?? plain
        let segments = tail.split(separator: "/")
        let pattern = path.split(separator: "/")
        for (index, part) in pattern.enumerated() {
            if part == "**" { return true }
            guard index < segments.count, part == "*" || part == segments[index] else { return false }
        }
        return pattern.count == segments.count
    }
}
