extension String {
    /// What a text says of other things, and nothing else of it: `This reverts …`, `!7`, and addresses of merge
    /// requests and deployments, a line each, none twice; `nil` if there is nothing of the kind. This much of
    /// descriptions and commit messages is kept at rest. Whoever writes the longest text GitLab takes must not hold up
    /// the answer to a delivery: only its first 64 KiB count.
    var references: String? {
        let text = utf8.count > 65_536 ? String(decoding: utf8.prefix(65_536), as: UTF8.self) : self
        var seen: Set<String> = []
        let lines = (text.reverts + text.mergeRequestNumbers + text.addresses).filter {
            seen.insert($0).inserted
        }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }

    private var reverts: [String] {
        ranges(of: "This reverts ").compactMap { range in
            let rest = self[range.upperBound...]
            if rest.hasPrefix("merge request !") {
                let number = rest.dropFirst("merge request !".count).prefix { $0.isASCII && $0.isWholeNumber }
                return number.isEmpty ? nil : "This reverts merge request !\(number)"
            }
            guard rest.hasPrefix("commit ") else { return nil }
            let sha = rest.dropFirst("commit ".count).prefix { $0.isASCII && $0.isHexDigit }
            return (7...64).contains(sha.count) ? "This reverts commit \(sha)" : nil
        }
    }

    /// Those of the same project: `group/app!7` is none.
    private var mergeRequestNumbers: [String] {
        ranges(of: "!").compactMap { mark in
            if mark.lowerBound > startIndex {
                let before = self[index(before: mark.lowerBound)]
                if before.isLetter || before.isNumber || "_/-.!&\\".contains(before) { return nil }
            }
            return self[mark.upperBound...].leadingNumber.map { "!\($0)" }
        }
    }

    private var addresses: [String] {
        ranges(of: "/-/").compactMap { range in
            let parts = self[range.upperBound...].prefix(80)
                .split(separator: "/", maxSplits: 4, omittingEmptySubsequences: false)
            let tail: String? =
                switch parts.first {
                case "merge_requests" where parts.count > 1, "deployments" where parts.count > 1:
                    parts[1].leadingNumber.map { "\(parts[0])/\($0)" }
                case "environments" where parts.count > 3 && parts[2] == "deployments":
                    parts[1].leadingNumber.flatMap { environment in
                        parts[3].leadingNumber.map { "environments/\(environment)/deployments/\($0)" }
                    }
                default: nil
                }
            return tail.flatMap { tail in host(before: range.lowerBound).map { "\($0)/-/\(tail)" } }
        }
    }

    /// The address that goes on there, from its `http` on.
    private func host(before end: Index) -> Substring? {
        let word = self[..<end].suffix(500)
        let start = word.lastIndex { $0.isWhitespace || "()[]<>\"'`".contains($0) }
        let address = start.map { word[word.index(after: $0)...] } ?? word
        return address.hasPrefix("http://") || address.hasPrefix("https://") ? address : nil
    }
}

extension Substring {
    /// The number the text begins with, unless a word goes on after it.
    fileprivate var leadingNumber: Substring? {
        let digits = prefix { $0.isASCII && $0.isWholeNumber }
        if let next = dropFirst(digits.count).first, next.isLetter || next == "_" { return nil }
        return digits.isEmpty ? nil : digits
    }
}
