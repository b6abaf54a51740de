import Foundation
import GitLabAPI

/// A project's path as people paste it: out of a browser, out of `git clone`, with a slash too many.
struct ProjectPath {
    /// `group/project`, as far as it can be made out.
    let cleaned: String

    /// - Parameter instance: where it may lead; `nil` if that is not known.
    init(_ text: String, on instance: InstanceURL?) {
        var path = text.trimmingBlanks()[...]
        path = path.prefix { $0 != "?" && $0 != "#" }
        if let at = path.lastIndex(of: "@") {
            // What stands before it, as in https://user:token@host, is no path and may be a secret.
            path = path[path.index(after: at)...]
        } else if let scheme = path.firstRange(of: "://") {
            path = path[scheme.upperBound...]
        }
        let place = instance?.description.split(separator: "://").last.map(String.init)
        let starts = [place.map { "\($0)/" }, instance?.url.host().map { "\($0):" }].compactMap(\.self)
        for start in starts where path.lowercased().hasPrefix(start.lowercased()) {
            path = path.dropFirst(start.count)
        }
        // A page of the project: group/project/-/merge_requests.
        if let page = path.firstRange(of: "/-/") { path = path[..<page.lowerBound] }
        var joined = path.split(separator: "/").joined(separator: "/")
        if joined.lowercased().hasSuffix(".git") { joined.removeLast(4) }
        cleaned = joined
    }
}
