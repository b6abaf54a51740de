extension Activity {
    /// What an activity was done to.
    public struct Subject: Codable, Hashable, Sendable {
        public var reference: RecordReference
        /// How people call it within its project: `!4`, `#7`, a branch, a tag, an environment, the beginning of a SHA.
        public var name: String?
        /// Of a merge request, issue, commit or release. Confidential issues give none.
        public var title: String?

        public init(_ reference: RecordReference, name: String? = nil, title: String? = nil) {
            self.reference = reference
            self.name = name
            self.title = title
        }
    }
}
