extension Finding {
    /// One of several things that may be behind a finding.
    public struct Cause: Codable, Hashable, Sendable {
        public var code: Code
        /// What would be the case, in one sentence.
        public var message: String
        /// What tells it from the other causes, in one sentence.
        public var test: String
        /// Paths of projects that may be meant, the nearest first.
        public var suggestions: [String]

        public init(_ code: Code, _ message: String, test: String, suggestions: [String] = []) {
            self.code = code
            self.message = message
            self.test = test
            self.suggestions = suggestions
        }
    }
}
