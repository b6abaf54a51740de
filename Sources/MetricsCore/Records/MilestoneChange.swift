/// That a merge request or issue was put into a milestone or taken out.
public struct MilestoneChange: SubjectChange {
    /// None when the milestone was deleted.
    public var milestone: MilestoneKey?
    public var isAdded: Bool

    public init(milestone: MilestoneKey?, isAdded: Bool) {
        self.milestone = milestone
        self.isAdded = isAdded
    }

    public static var kind: RecordKind { .milestoneEvent }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<MilestoneEventRecord>> {
        \.milestoneEvents
    }
}

public typealias MilestoneEventRecord = SubjectEvent<MilestoneChange>
