import Foundation
import GitLabAPI

/// An address as it was pasted, and what is odd about it.
struct AddressReading: Sendable {
    /// `nil` if it is no address of an instance.
    let instance: InstanceURL?
    let findings: [Finding]

    init(_ text: String, allowsInsecureHTTP: Bool) {
        var findings: [Finding] = []
        var cleaned = text.trimmingBlanks()
        if cleaned != text {
            findings.append(Finding(.blanksInURL, .warning, "There are blanks around the address."))
        }
        if let completed = Self.completed(cleaned) {
            cleaned = completed
            findings.append(Finding(.schemeMissing, .warning, "The address does not begin with https://."))
        }
        let path = cleaned.lowercased()
        if path.contains("/api/v4") || path.contains("/api/graphql") {
            findings.append(
                Finding(.apiSuffixInURL, .warning, "The address leads to the API instead of the instance."))
        }
        do throws(GitLabError) {
            let instance = try InstanceURL(cleaned, allowsInsecureHTTP: allowsInsecureHTTP)
            // This machine needs no permission.
            if instance.url.scheme == "http", (try? InstanceURL(cleaned)) == nil {
                findings.append(Finding(.plainHTTP, .note, "The token travels unencrypted, by plain http."))
            }
            self.instance = instance
        } catch {
            instance = nil
            findings = [
                Finding(
                    .invalidAddress, .fatal,
                    "This is not the address of a GitLab instance: \(error.detail ?? "").",
                    evidence: Finding.Evidence(detail: error.detail))
            ]
        }
        self.findings = findings
    }

    /// With the scheme that is missing; `nil` if none is, or if more is wrong.
    private static func completed(_ text: String) -> String? {
        guard !text.isEmpty, !text.contains("://"), !text.contains(where: { "@?#\\".contains($0) }) else {
            return nil
        }
        return "https://\(text)"
    }
}
