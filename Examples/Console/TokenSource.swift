import Foundation
package import GitLabAPI
import GitLabVocabulary

/// Finds the access token where a token may stand: a file, or the environment.
package enum TokenSource {
    package static func token(file: String?, environment: [String: String]) throws(UsageError) -> AccessToken?
    {
        if let file {
            guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
                throw UsageError("the token file \(file) cannot be read")
            }
            let token = AccessToken(text)
            guard !token.secret.isEmpty else {
                throw UsageError("the token file \(file) is empty")
            }
            return token
        }
        guard let text = environment["GITLAB_TOKEN"] else { return nil }
        let token = AccessToken(text)
        return token.secret.isEmpty ? nil : token
    }
}
