import GitLabAPI

/// Why no test of a webhook arrived.
struct TestRefusal: Sendable {
    let finding: Finding
    /// Whether GitLab finds nothing of this kind to send, while there may be something of another.
    var isOfKind = false

    /// GitLab asked the receiver, as its log shows.
    ///
    /// - Parameter words: GitLab's, or those the receiver answered with.
    init(_ attempt: HookEvent, _ words: String, _ evidence: Finding.Evidence) {
        if let status = attempt.responseStatus {
            finding = Finding(
                .hookFailing, .error, "Our receiver answered the test with \(status).", evidence: evidence)
        } else {
            finding =
                Finding(undelivered: words, evidence: evidence)
                ?? Finding(
                    .hookUnreachable, .error, "GitLab got no answer from our receiver to the test.",
                    evidence: evidence)
        }
    }

    /// Nothing was sent, or nothing is logged, as before 17.3: GitLab's words are all there is.
    init(_ error: GitLabError, _ evidence: Finding.Evidence) {
        let words = error.detail?.lowercased() ?? ""
        if words.contains("silent mode") {
            finding = Finding(
                .silentMode, .error, "The instance is in silent mode, in which it sends no webhooks.",
                evidence: evidence)
        } else if error.status == 400 || words.hasPrefix("ensure the") || words.hasPrefix("testing not") {
            // 400 where the version has no such kind.
            finding = Finding(
                .hookUntested, .warning, "GitLab finds nothing in the project to make a test of.",
                evidence: evidence)
            isOfKind = true
        } else {
            finding =
                Finding(undelivered: words, evidence: evidence)
                ?? Finding(
                    .hookFailing, .error, "Our receiver did not answer the test with success.",
                    evidence: evidence)
        }
    }

    /// GitLab does not take the request, or not now.
    init(unasked finding: Finding) {
        switch finding.code {
        case .rateLimited:
            // Of tests alone: all else can still be asked.
            self.finding = Finding(
                .rateLimited, .warning, "GitLab sends five tests a minute at most.",
                remedy: "Test again in a minute.", evidence: finding.evidence)
        case .missingOrHidden:
            self.finding = Finding(
                .hookUntested, .warning, "This GitLab sends no tests by its API, as it does from 16.11 on.",
                remedy: "Send the test from the webhook's settings.", evidence: finding.evidence)
        default: self.finding = finding
        }
    }
}
