import Foundation

/// What the system reported, without what it may have kept of the request: Foundation's errors hold the URL with
/// its query.
public struct UnderlyingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// `NSURLErrorDomain`, or the error's type.
    public let domain: String
    public let code: Int
    /// One line, secrets taken out.
    public private(set) var message: String

    public init(_ error: any Error) {
        if let known = error as? UnderlyingError {
            self = known
            return
        }
        let bridged = error as NSError
        domain = bridged.domain
        code = bridged.code
        message = bridged.localizedDescription.redactingSecrets().oneLine(limit: 200)
    }

    func replacingMessage(_ change: (String) -> String) -> UnderlyingError {
        var error = self
        error.message = change(message)
        return error
    }

    public var description: String { "\(domain) \(code): \(message)" }
}
