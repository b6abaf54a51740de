import Foundation
import GitLabAPI
import GitLabVocabulary

/// Finds the access token where a token may stand: a file, or the environment.
enum TokenSource {
    static func token(file: String?, environment: [String: String]) throws(Arguments.Mistake) -> AccessToken?
    {
        if let file {
            guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
                throw Arguments.Mistake(message: "the token file \(file) cannot be read")
            }
            let token = AccessToken(text)
            guard !token.secret.isEmpty else {
                throw Arguments.Mistake(message: "the token file \(file) is empty")
            }
            return token
        }
        guard let text = environment["GITLAB_TOKEN"] else { return nil }
        let token = AccessToken(text)
        return token.secret.isEmpty ? nil : token
    }
}
