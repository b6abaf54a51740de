/// One thing somebody did, as a project's records tell it: a line of the activity feed.
///
/// Documentation/ActivityFeed.md says which record each kind comes from, and names the keys of the JSON form.
public struct Activity: Codable, Hashable, Sendable, Identifiable {
    public var kind: Kind
    public var at: Instant
    public var project: ProjectKey
    /// Its full path, `group/app`; `nil` until it is known.
    public var projectPath: String?
    /// `nil` where GitLab names nobody.
    public var actor: Actor?
    public var isBot: Bool
    /// The record that tells it. One record can tell several activities, each of a kind of its own.
    public var record: RecordReference
    public var subject: Subject
    /// Where GitLab shows it; `nil` where that is not known, or no longer shown.
    public var link: String?
    /// Of time logged; negative when time was taken back.
    public var seconds: Int?
    /// Of a push: how many commits it brought.
    public var commitCount: Int?
    /// Of a pipeline or deployment, as it stands now and as GitLab spells it in REST.
    public var status: String?

    public init(
        _ kind: Kind, at: Instant, project: ProjectKey, projectPath: String? = nil, actor: Actor? = nil,
        isBot: Bool = false, record: RecordReference, subject: Subject, link: String? = nil,
        seconds: Int? = nil, commitCount: Int? = nil, status: String? = nil
    ) {
        self.kind = kind
        self.at = at
        self.project = project
        self.projectPath = projectPath
        self.actor = actor
        self.isBot = isBot
        self.record = record
        self.subject = subject
        self.link = link
        self.seconds = seconds
        self.commitCount = commitCount
        self.status = status
    }

    public var id: ID { ID(kind: kind, record: record) }

    /// The same without the title of what it was done to, which may tell more than who did what.
    public var withoutTitle: Self {
        var copy = self
        copy.subject.title = nil
        return copy
    }
}
