extension String {
    /// The commit that this message says its commit was picked from, in the words of `git cherry-pick -x` and of GitLab's
    /// cherry-pick button: `(cherry picked from commit 8e1f…)`. Of several the first, which is where a pick of a pick
    /// came from.
    var cherryPickedSHA: String? {
        guard let range = firstRange(of: "(cherry picked from commit ") else { return nil }
        let sha = self[range.upperBound...].prefix { $0.isASCII && $0.isHexDigit }
        guard (7...64).contains(sha.count), self[sha.endIndex...].first == ")" else { return nil }
        return sha.lowercased()
    }
}
