/// Where a text stands: what kind of text it is, and in which project, so that `#12` is known to be that project's.
public struct TicketContext: Hashable, Sendable {
    public var source: TicketSource
    /// `nil`: `#12` stays without a project.
    public var project: TicketProject?

    public init(_ source: TicketSource, project: TicketProject? = nil) {
        self.source = source
        self.project = project
    }

    public static let title = Self(.title)
    public static let branch = Self(.branch)
    public static let description = Self(.description)
    public static let commitTitle = Self(.commitTitle)
    public static let commitMessage = Self(.commitMessage)
}
