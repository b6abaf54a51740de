public import Foundation

/// A pause before a request is sent again, as progress displays want to show it.
public struct RetryWait: Hashable, Sendable {
    /// Method and path of the request.
    public let request: String
    /// How often it has been sent so far, from 1.
    public let attempt: Int
    /// When it is sent again.
    public let until: Date
    /// Why it did not succeed yet.
    public let error: GitLabError

    public init(request: String, attempt: Int, until: Date, error: GitLabError) {
        self.request = request
        self.attempt = attempt
        self.until = until
        self.error = error
    }
}
