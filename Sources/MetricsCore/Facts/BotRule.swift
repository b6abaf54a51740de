/// Which accounts are machines: GitLab's own flag, GitLab's own user names, and the host's list.
///
/// The `ghost`, under whom GitLab keeps what deleted people did, is not a bot.
public struct BotRule: Codable, Hashable, Sendable {
    /// Further user names of bots, in lower case.
    public var usernames: Set<String>

    public init(usernames: Set<String> = []) {
        self.usernames = Set(usernames.map { $0.lowercased() })
    }

    public static let standard = BotRule()

    /// Whether the account is one by its name alone.
    public func isBot(_ account: Account) -> Bool { isBot(named: account.username, flag: nil) }

    /// Whether the user is one by what GitLab says of him, or by his present name.
    public func isBot(_ user: UserRecord) -> Bool {
        isBot(named: user.username?.value ?? "", flag: user.isBot?.value)
    }

    private func isBot(named name: String, flag: Bool?) -> Bool {
        if !usernames.isEmpty, usernames.contains(name.lowercased()) { return true }
        if name == "ghost" { return false }
        return flag == true || Self.isBotName(name)
    }

    /// `project_<id>_bot…`, `group_<id>_bot…` and `service_account_…`.
    private static func isBotName(_ name: String) -> Bool {
        switch name.utf8.first {
        case UInt8(ascii: "p"): isTokenUser(name, "project_")
        case UInt8(ascii: "g"): isTokenUser(name, "group_")
        case UInt8(ascii: "s"): name.hasPrefix("service_account_")
        default: false
        }
    }

    private static func isTokenUser(_ name: String, _ prefix: String) -> Bool {
        guard name.hasPrefix(prefix) else { return false }
        let rest = name.dropFirst(prefix.count)
        let afterNumber = rest.drop { $0.isASCII && $0.isNumber }
        return afterNumber.startIndex > rest.startIndex && afterNumber.hasPrefix("_bot")
    }
}
