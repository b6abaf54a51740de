public import GitLabVocabulary

extension HookEvent {
    /// Which sendings a log holds: an HTTP status such as `"404"`, or a kind of it.
    public struct Outcome: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        /// 200 to 299.
        public static let successful = Self(rawValue: "successful")
        /// 400 to 499.
        public static let clientFailure = Self(rawValue: "client_failure")
        /// 500 to 599, and no answer at all.
        public static let serverFailure = Self(rawValue: "server_failure")
    }

    /// What came of sending again.
    public struct Resent: Decodable, Hashable, Sendable {
        /// The receiver's answer, an HTTP status.
        public let responseStatus: Int?

        private enum CodingKeys: String, CodingKey {
            case responseStatus = "response_status"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            responseStatus = fields.integer(.responseStatus)
        }
    }
}

extension Request where Response == Page<HookEvent> {
    /// What was sent by a hook of a project or group in the last seven days, newest first.
    ///
    /// - Parameter outcomes: only those that came out so; all by default.
    ///
    /// <https://docs.gitlab.com/api/project_webhooks/#list-all-events-for-a-project-webhook>
    public static func hookEvents(
        ofHook id: HookID, of owner: HookOwner, outcomes: [HookEvent.Outcome] = [], perPage: Int = 100
    ) -> Self {
        var query: QueryItems = [:]
        query.append("status", each: outcomes)
        query.append("per_page", perPage)
        return Self(path: "\(owner.hooksPath)/\(id)/events", query: query)
    }
}

extension Request where Response == HookEvent.Resent {
    /// Sends a hook of a project or group once more, just as it was; five times a minute at most.
    ///
    /// <https://docs.gitlab.com/api/project_webhooks/#resend-a-project-webhook-event>
    public static func resendHookEvent(_ event: HookEventID, ofHook id: HookID, of owner: HookOwner) -> Self {
        Self(method: .post, path: "\(owner.hooksPath)/\(id)/events/\(event)/resend")
    }
}
