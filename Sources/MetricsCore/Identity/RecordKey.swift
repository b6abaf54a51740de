/// Names one record of one kind: the instance and the id GitLab gave it there.
///
/// Encoded as one string, `instance/id`.
public struct RecordKey<Record>: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    public let instance: InstanceID
    public let id: Int64

    public init(_ instance: InstanceID, _ id: Int64) {
        self.instance = instance
        self.id = id
    }

    public init(_ instance: InstanceID, _ id: Int) { self.init(instance, Int64(id)) }

    public var description: String { "\(instance)/\(id)" }

    /// The id alone, since hashing the instance costs more than telling apart the few keys that share an id.
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }

    public static func < (lhs: Self, rhs: Self) -> Bool {
        lhs.instance == rhs.instance ? lhs.id < rhs.id : lhs.instance < rhs.instance
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let slash = text.lastIndex(of: "/"), let id = Int64(text[text.index(after: slash)...]) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a record key")
        }
        self.init(InstanceID(rawValue: String(text[..<slash])), id)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

public typealias ProjectKey = RecordKey<ProjectRecord>
public typealias MergeRequestKey = RecordKey<MergeRequestRecord>
public typealias NoteKey = RecordKey<NoteRecord>
public typealias PipelineKey = RecordKey<PipelineRecord>
public typealias EnvironmentKey = RecordKey<EnvironmentRecord>
public typealias DeploymentKey = RecordKey<DeploymentRecord>
public typealias IssueKey = RecordKey<IssueRecord>
public typealias MilestoneKey = RecordKey<MilestoneRecord>
public typealias JobKey = RecordKey<JobRecord>
public typealias TimeLogKey = RecordKey<TimeLogRecord>
public typealias ActivityEventKey = RecordKey<ActivityEventRecord>
