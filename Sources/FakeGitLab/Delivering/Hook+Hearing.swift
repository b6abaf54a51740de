import Foundation

extension Hook {
    /// Whether its switches and its branch filter let it hear of that; whose hook it is does not count.
    func hears(_ announcement: Announcement) -> Bool {
        // What hooks of the instance have no switch for, they all hear.
        let isSwitchedOn =
            announcement.trigger.map { switches[$0] ?? (owner == .instance) } ?? (owner == .instance)
        return isSwitchedOn && announcement.branch.map(admits(branch:)) ?? true
    }

    /// Whether pushes to a branch count.
    ///
    /// <https://docs.gitlab.com/user/project/integrations/webhooks/#filter-push-events-by-branch>
    func admits(branch: String) -> Bool {
        guard !branchFilter.isEmpty else { return true }
        switch branchFilterStrategy {
        case "wildcard":
            let pattern = branchFilter.components(separatedBy: "*")
                .map(NSRegularExpression.escapedPattern).joined(separator: ".*")
            return (try? Regex(pattern).wholeMatch(in: branch)) != nil
        case "regex": return (try? Regex(branchFilter).firstMatch(in: branch)) != nil
        default: return true
        }
    }

    /// As the log names what a switch lets through: `merge_requests_events` → `merge_request_hooks`.
    static func trigger(ofSwitch name: String) -> String {
        trigger(ofEvent: event(ofSwitch: name))
    }

    /// As the log names an event: `Merge Request Hook` → `merge_request_hooks`.
    static func trigger(ofEvent event: String) -> String {
        event.lowercased().replacingOccurrences(of: " ", with: "_") + "s"
    }

    /// `X-Gitlab-Event` of what a switch lets through: `merge_requests_events` → `Merge Request Hook`.
    static func event(ofSwitch name: String) -> String {
        let kind = name.hasSuffix("_events") ? String(name.dropLast("_events".count)) : name
        let singular = kind.hasSuffix("s") ? String(kind.dropLast()) : kind
        return singular.split(separator: "_").map(\.capitalized).joined(separator: " ") + " Hook"
    }
}
