/// That a merge request or issue got a label or lost it.
public struct LabelChange: SubjectChange {
    /// The label's name when it was read; none when the label was deleted.
    public var label: String?
    public var isAdded: Bool

    public init(label: String?, isAdded: Bool) {
        self.label = label
        self.isAdded = isAdded
    }

    public static var kind: RecordKind { .labelEvent }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<LabelEventRecord>> { \.labelEvents }
}

public typealias LabelEventRecord = SubjectEvent<LabelChange>
