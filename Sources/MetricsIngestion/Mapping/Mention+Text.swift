import Foundation
import MetricsCore

extension Mention {
    /// What a text of the project at that address names: `!7`, and addresses of its merge requests and
    /// deployments. What belongs to other projects (`group/app!7`) is left out. Sorted, each once.
    ///
    /// - Parameter projectURL: without a slash at its end; `nil` if unknown, then only `!7` is understood.
    static func all(in text: String, projectURL: String?) -> [Mention] {
        var mentions = Set(references(in: text))
        if let projectURL { mentions.formUnion(addresses(in: text, below: projectURL + "/-/")) }
        return mentions.sorted { $0.order < $1.order }
    }

    private static func references(in text: String) -> [Mention] {
        text.ranges(of: "!").compactMap { mark in
            if mark.lowerBound > text.startIndex {
                guard text[text.index(before: mark.lowerBound)].canPrecedeReference else { return nil }
            }
            return text[mark.upperBound...].leadingNumber.map { .mergeRequest(iid: $0) }
        }
    }

    private static func addresses(in text: String, below root: String) -> [Mention] {
        text.ranges(of: root).compactMap { range in
            let parts = text[range.upperBound...].prefix(80)
                .split(separator: "/", maxSplits: 4, omittingEmptySubsequences: false)
            switch parts.first {
            case "merge_requests" where parts.count > 1:
                return parts[1].leadingNumber.map { .mergeRequest(iid: $0) }
            case "deployments" where parts.count > 1:
                return parts[1].leadingNumber.map { .deployment(id: $0) }
            case "environments" where parts.count > 3 && parts[2] == "deployments":
                return parts[3].leadingNumber.map { .deployment(id: $0) }
            default:
                return nil
            }
        }
    }

    private var order: (Int, Int64) {
        switch self {
        case .mergeRequest(let iid): (0, iid)
        case .deployment(let id): (1, id)
        }
    }
}

extension Substring {
    /// The number the text begins with, unless a word goes on after it.
    fileprivate var leadingNumber: Int64? {
        let digits = prefix { $0.isASCII && $0.isWholeNumber }
        if let next = dropFirst(digits.count).first, next.isLetter || next == "_" { return nil }
        return Int64(digits)
    }
}

extension Character {
    /// Whether a reference may follow: after a word or a path it belongs to another project or to none.
    fileprivate var canPrecedeReference: Bool {
        !(isLetter || isNumber || "_/-.!&\\".contains(self))
    }
}
