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

    public func isBot(_ account: Account) -> Bool {
        if !usernames.isEmpty, usernames.contains(account.username.lowercased()) { return true }
        if account.username == "ghost" { return false }
        return account.isBot == true || Self.isBotName(account.username)
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
