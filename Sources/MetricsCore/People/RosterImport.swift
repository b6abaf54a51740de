/// What an import made of a file: what could be read, and what could not.
public struct RosterImport: Hashable, Sendable {
    /// A line that says nothing, and why. The others count all the same.
    public struct Problem: Hashable, Sendable, CustomStringConvertible {
        /// From 1 on.
        public let line: Int
        public let reason: String

        public init(line: Int, reason: String) {
            self.line = line
            self.reason = reason
        }

        public var description: String { "line \(line): \(reason)" }
    }

    public let roster: Roster
    public let problems: [Problem]

    public init(roster: Roster, problems: [Problem]) {
        self.roster = roster
        self.problems = problems
    }
}
