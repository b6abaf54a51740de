/// Why a request cannot be read: the status that says so, after which the connection is closed.
struct RequestFailure: Error, Equatable {
    var status: Int
    var reason: String

    static func malformed(_ reason: String) -> Self { Self(status: 400, reason: reason) }
    static let bodyTooLarge = Self(status: 413, reason: "the body is too large")
    static let headerTooLarge = Self(status: 431, reason: "the header is too large")
    static let unknownTransferCoding = Self(status: 501, reason: "the transfer coding is not supported")
    static let unsupportedVersion = Self(status: 505, reason: "the HTTP version is not supported")
}
