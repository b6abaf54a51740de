extension Finding {
    /// The exchange with GitLab that shows a finding, so that others can look at it too.
    public struct Evidence: Codable, Hashable, Sendable {
        /// Method and path, without the query.
        public var request: String?
        public var status: Int?
        /// `X-Request-Id` of the answer, by which administrators find it in GitLab's logs.
        public var requestID: String?
        /// What GitLab or the system said, in one line, secrets taken out.
        public var detail: String?
        /// A `curl` command that shows the same; the token stands in it as `$GITLAB_TOKEN`.
        public var command: String?

        public init(
            request: String? = nil, status: Int? = nil, requestID: String? = nil, detail: String? = nil,
            command: String? = nil
        ) {
            self.request = request
            self.status = status
            self.requestID = requestID
            self.detail = detail
            self.command = command
        }

        private enum CodingKeys: String, CodingKey {
            case request, status, detail, command
            case requestID = "request_id"
        }
    }
}
