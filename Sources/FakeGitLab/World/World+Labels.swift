import WireFormat

extension World {
    /// The colour of a label nobody chose one for.
    private static let plainColor = "#6699cc"

    /// Adds a label to a project and returns its id; one that is there already keeps it.
    ///
    /// - Parameter priority: its rank among the project's labels; smaller is more important.
    @discardableResult
    public mutating func addLabel(
        _ name: String, toProject project: Int, color: String? = nil, description: String? = nil,
        priority: Int? = nil
    ) -> Int {
        addLabel(name, parent: project, color, description, priority)
    }

    /// Adds a label to a group, for all projects below it, and returns its id.
    @discardableResult
    public mutating func addLabel(
        _ name: String, toGroup group: Int, color: String? = nil, description: String? = nil
    ) -> Int {
        addLabel(name, parent: -group, color, description, nil)
    }

    private mutating func addLabel(
        _ name: String, parent: Int, _ color: String?, _ description: String?, _ priority: Int?
    ) -> Int {
        if let label = labels.rows(in: parent).first(where: { $0.name == name }) { return label.id }
        let label = Label(
            id: sequences.next(.label), parent: parent, name: name, color: color ?? Self.plainColor,
            description: description, priority: priority, now: clock)
        labels.insert(label)
        return label.id
    }

    /// Sets the labels of an issue by name; a name the project does not know becomes a label of it.
    public mutating func setLabels(_ names: [String], ofIssue iid: Int, in project: Int, by user: Int)
        throws(WorldError)
    {
        setLabels(names, of: .issue(try issueID(iid, in: project)), in: project, by: user)
    }

    /// Sets the labels of a merge request by name; a name the project does not know becomes a label of it.
    public mutating func setLabels(
        _ names: [String], ofMergeRequest iid: Int, in project: Int, by user: Int
    ) throws(WorldError) {
        setLabels(names, of: .mergeRequest(try mergeRequestID(iid, in: project)), in: project, by: user)
    }

    private mutating func setLabels(
        _ names: [String], of noteable: Noteable, in project: Int, by user: Int
    ) {
        defineLabels(names, in: project)
        let before = labelNames(of: noteable)
        guard Set(before) != Set(names) else { return }
        let names = Set(names).sorted()
        update(noteable, by: user) { world in
            world.change(noteable) { $0["labels"] = .array(names.map { .string($0) }) }
            world.recordLabels(from: before, to: names, of: noteable, in: project, by: user)
            world.touch(noteable)
        }
    }

    /// Makes labels of names that are used for the first time.
    mutating func defineLabels(_ names: [String], in project: Int) {
        for name in names where label(name, in: project) == nil { addLabel(name, toProject: project) }
    }

    func labelNames(of noteable: Noteable) -> [String] {
        resource(of: noteable)?["labels"].arrayValue?.compactMap(\.stringValue) ?? []
    }

    /// The label a project means by a name: its own, else that of the nearest group.
    func label(_ name: String, in project: Int) -> Label? {
        labels(in: project).first { $0.name == name }
    }

    /// The project's own labels and those of the groups above it, nearest first.
    func labels(in project: Int) -> [Label] {
        let groups = projects[project].map { ancestors(ofGroup: $0.group) } ?? []
        return labels.rows(in: project) + groups.flatMap { labels.rows(in: -$0) }
    }
}
