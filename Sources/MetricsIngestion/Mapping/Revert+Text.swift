import MetricsCore

extension Revert {
    /// What texts say they take back, in the words of GitLab's revert button: `This reverts merge request !12`,
    /// `This reverts commit 8e1f…`. A merge request named anywhere comes before a commit; one of another project
    /// (`group/app!12`) does not count.
    init?(statedIn texts: [String?]) {
        let statements = texts.compactMap { $0 }.flatMap(Self.statements)
        let isMergeRequest = { (revert: Revert) in if case .mergeRequest = revert { true } else { false } }
        guard let revert = statements.first(where: isMergeRequest) ?? statements.first else { return nil }
        self = revert
    }

    private static func statements(in text: String) -> [Revert] {
        text.ranges(of: "This reverts ").compactMap { range in
            let rest = text[range.upperBound...]
            if let number = rest.after("merge request !") {
                return Int64(number.prefix { $0.isASCII && $0.isWholeNumber })
                    .map { Revert.mergeRequest(iid: $0) }
            }
            guard let name = rest.after("commit ") else { return nil }
            let sha = name.prefix { $0.isASCII && $0.isHexDigit }
            return (7...64).contains(sha.count) ? .commit(sha: sha.lowercased()) : nil
        }
    }
}

extension Substring {
    fileprivate func after(_ beginning: String) -> Substring? {
        hasPrefix(beginning) ? dropFirst(beginning.count) : nil
    }
}
