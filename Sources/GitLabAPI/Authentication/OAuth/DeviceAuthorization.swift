public import Foundation
public import GitLabVocabulary

/// A device that waits for a person to let it in (RFC 8628).
public struct DeviceAuthorization: Decodable, Sendable, Equatable {
    public let deviceCode: Secret
    /// What the person types.
    public let userCode: String
    /// Where the person types it.
    public let verificationURI: URL
    /// The same with the code in it; for a QR code.
    public let completeVerificationURI: URL?
    /// How long the codes live; at most an hour is waited.
    public let expiresIn: Duration
    /// How long to wait between questions; 1 to 300 seconds, 5 by default.
    public let interval: Duration

    private enum CodingKeys: String, CodingKey {
        case deviceCode = "device_code"
        case userCode = "user_code"
        case verificationURI = "verification_uri"
        case completeVerificationURI = "verification_uri_complete"
        case expiresIn = "expires_in"
        case interval
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        deviceCode = Secret(try fields.required(.deviceCode) as String)
        userCode = try fields.required(.userCode)
        let address: String = try fields.required(.verificationURI)
        guard let uri = URL(string: address), Origin(uri) != nil else {
            throw DecodingError.dataCorruptedError(
                forKey: .verificationURI, in: fields, debugDescription: "no web address")
        }
        verificationURI = uri
        let complete: String? = fields.lenient(.completeVerificationURI)
        completeVerificationURI = complete.flatMap { URL(string: $0) }.flatMap {
            Origin($0) == nil ? nil : $0
        }
        expiresIn = .seconds(min(max(0, fields.number(.expiresIn) ?? 300), 3_600))
        interval = .seconds(min(max(1, fields.number(.interval) ?? 5), 300))
    }
}
