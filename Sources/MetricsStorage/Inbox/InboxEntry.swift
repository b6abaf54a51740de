public import Foundation
public import MetricsCore

/// A verified delivery at rest, waiting to be applied. Its bytes are scrubbed before they come here: no code, file
/// paths, variables, comments or secrets.
///
/// Encoded with a format version; decoding a newer one throws `StorageError.Code.unreadable`.
public struct InboxEntry: Hashable, Sendable, Identifiable {
    /// The delivery's, the same for every attempt at the same sending; within its instance it stands once.
    public struct ID: Codable, Hashable, Comparable, Sendable, CustomStringConvertible {
        public var instance: InstanceID
        public var delivery: String

        public init(_ instance: InstanceID, _ delivery: String) {
            self.instance = instance
            self.delivery = delivery
        }

        public var description: String { "\(instance)/\(delivery)" }

        public static func < (lhs: Self, rhs: Self) -> Bool {
            (lhs.instance, lhs.delivery) < (rhs.instance, rhs.delivery)
        }
    }

    public let id: ID
    /// `nil` for events of groups, users and the instance.
    public var project: ProjectKey?
    /// The kind of event as its source spells it: `merge_request`, `note`, …
    public var kind: String
    /// Entries of one project with the same subject are processed one after the other, in the order of arrival; those
    /// without one in any order.
    public var subject: String?
    /// When it arrived, in milliseconds since 1970.
    public var receivedAt: Int64
    /// The scrubbed body.
    public var bytes: Data

    public init(
        id: ID, project: ProjectKey?, kind: String, subject: String?, receivedAt: Int64, bytes: Data
    ) {
        self.id = id
        self.project = project
        self.kind = kind
        self.subject = subject
        self.receivedAt = receivedAt
        self.bytes = bytes
    }
}

extension InboxEntry: Codable {
    /// The version of the encoded form that is written.
    static let format = 1

    private enum CodingKeys: String, CodingKey {
        case format, id, project, kind, subject, receivedAt, bytes
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let format = try container.decode(Int.self, forKey: .format)
        guard format <= Self.format else {
            throw StorageError(.unreadable, detail: "an inbox entry of format \(format)")
        }
        self.init(
            id: try container.decode(ID.self, forKey: .id),
            project: try container.decodeIfPresent(ProjectKey.self, forKey: .project),
            kind: try container.decode(String.self, forKey: .kind),
            subject: try container.decodeIfPresent(String.self, forKey: .subject),
            receivedAt: try container.decode(Int64.self, forKey: .receivedAt),
            bytes: try container.decode(Data.self, forKey: .bytes))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.format, forKey: .format)
        try container.encode(id, forKey: .id)
        try container.encodeIfPresent(project, forKey: .project)
        try container.encode(kind, forKey: .kind)
        try container.encodeIfPresent(subject, forKey: .subject)
        try container.encode(receivedAt, forKey: .receivedAt)
        try container.encode(bytes, forKey: .bytes)
    }
}
