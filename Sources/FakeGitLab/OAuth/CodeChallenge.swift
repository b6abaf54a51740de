import Foundation
import WireFormat

/// Proof that who fetches a token is who asked for the code (RFC 7636).
struct CodeChallenge: Sendable {
    private enum Method: String, Sendable {
        case plain
        case sha256 = "S256"
    }

    private let text: String
    private let method: Method

    /// - Throws: `invalid_request` for an unknown method, or a text that is no challenge.
    init?(_ text: String?, method: String?) throws(Rejection) {
        guard let text else { return nil }
        guard let method = Method(rawValue: method ?? "plain") else {
            throw .invalidRequest("The code_challenge_method must be plain or S256.")
        }
        guard Self.isWellFormed(text) else { throw .invalidRequest("The code_challenge is invalid.") }
        self.text = text
        self.method = method
    }

    func isMet(by verifier: String) -> Bool {
        guard Self.isWellFormed(verifier) else { return false }
        return text == (method == .plain ? verifier : Self.hash(of: verifier))
    }

    /// 43 to 128 unreserved characters.
    private static func isWellFormed(_ text: String) -> Bool {
        (43...128).contains(text.utf8.count)
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._~".contains($0)) }
    }

    private static func hash(of verifier: String) -> String {
        Data(SHA256.hash(Array(verifier.utf8)).bytes).base64EncodedString()
            .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }
}
