public import Foundation
public import GitLabVocabulary

/// A webhook as GitLab shows it: what it is sent for and where, never the secrets it carries.
///
/// <https://docs.gitlab.com/api/project_webhooks/>
public struct Hook: Decodable, Hashable, Sendable {
    /// Whether GitLab sends it. An open set: values this version does not know decode too.
    public struct AlertStatus: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let executable = Self(rawValue: "executable")
        /// Failed too often and rests until `disabledUntil`.
        public static let temporarilyDisabled = Self(rawValue: "temporarily_disabled")
        /// Failed for so long that only a successful test wakes it.
        public static let disabled = Self(rawValue: "disabled")
    }

    public let id: HookID
    /// With the names of URL variables in place of their values.
    public let url: String
    /// `nil` if it has none; missing before GitLab 17.1, as is `description`.
    public let name: String?
    public let description: String?
    /// `nil` for hooks of groups and of the instance.
    public let projectID: ProjectID?
    /// `nil` for hooks of projects and of the instance.
    public let groupID: GroupID?
    public let createdAt: Date?
    /// The switches that are on.
    public let triggers: Set<Trigger>
    /// Those it has, on or off: newer versions have more.
    public let switches: Set<Trigger>
    /// Which branches pushes count for, in the words of `branchFilterStrategy`; empty for all.
    public let branchFilter: String?
    /// Missing in old versions.
    public let branchFilterStrategy: HookSettings.BranchFilter.Strategy?
    /// Whether the receiver's certificate must be good.
    public let verifiesTLS: Bool
    /// Missing in old versions.
    public let alertStatus: AlertStatus?
    /// `nil` unless it rests.
    public let disabledUntil: Date?
    /// Whether it sends `X-Gitlab-Token`; missing before GitLab 19.0.
    public let hasToken: Bool?
    /// Whether it signs what it sends; missing before GitLab 19.0.
    public let hasSigningToken: Bool?
    /// Names of its additional headers.
    public let customHeaders: [String]
    /// Names of the variables in its URL.
    public let urlVariables: [String]

    private enum CodingKeys: String, CodingKey {
        case id
        case url
        case name
        case description
        case branchFilter = "push_events_branch_filter"
        case branchFilterStrategy = "branch_filter_strategy"
        case verifiesTLS = "enable_ssl_verification"
        case alertStatus = "alert_status"
        case disabledUntil = "disabled_until"
        case urlVariables = "url_variables"
        case customHeaders = "custom_headers"
        case hasToken = "token_present"
        case hasSigningToken = "signing_token_present"
        case createdAt = "created_at"
        case projectID = "project_id"
        case groupID = "group_id"
    }

    private struct Named: Decodable {
        let key: String
    }

    /// Any key that may name a switch.
    private struct SwitchKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        url = try fields.required(.url)
        name = fields.lenient(.name)
        description = fields.lenient(.description)
        branchFilter = fields.lenient(.branchFilter)
        branchFilterStrategy = fields.lenient(.branchFilterStrategy)
        verifiesTLS = fields.optionalFlag(.verifiesTLS) ?? true
        alertStatus = fields.lenient(.alertStatus)
        disabledUntil = try fields.optional(.disabledUntil)
        urlVariables = (fields.list(.urlVariables) as [Named]).map(\.key)
        customHeaders = (fields.list(.customHeaders) as [Named]).map(\.key)
        hasToken = fields.optionalFlag(.hasToken)
        hasSigningToken = fields.optionalFlag(.hasSigningToken)
        createdAt = try fields.optional(.createdAt)
        projectID = fields.lenient(.projectID)
        groupID = fields.lenient(.groupID)
        let flags = try decoder.container(keyedBy: SwitchKey.self)
        let keys = flags.allKeys.filter { $0.stringValue.hasSuffix("_events") }
        switches = Set(keys.map { Trigger(rawValue: $0.stringValue) })
        triggers = Set(keys.filter { flags.flag($0) }.map { Trigger(rawValue: $0.stringValue) })
    }
}
