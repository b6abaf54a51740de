extension WebhookError.Code {
    // Who sent it.

    /// 401: there is no `X-Gitlab-Token` where one is required.
    public static let missingToken = Self(rawValue: "missing_token")
    /// 401: `X-Gitlab-Token` is none of the accepted ones.
    public static let wrongToken = Self(rawValue: "wrong_token")
    /// 401: `webhook-id`, `webhook-timestamp` or `webhook-signature` is missing where a signature is required.
    public static let missingSignature = Self(rawValue: "missing_signature")
    /// 401: no entry of `webhook-signature` is made with an accepted key over this id, timestamp and body.
    public static let wrongSignature = Self(rawValue: "wrong_signature")
    /// 401: the signed timestamp is older than the tolerance: sent again by somebody, or a clock is wrong.
    public static let staleTimestamp = Self(rawValue: "stale_timestamp")
    /// 401: the signed timestamp is further ahead than the tolerance: a clock is wrong.
    public static let futureTimestamp = Self(rawValue: "future_timestamp")
    /// 403: the address is not one that may send, or is not known.
    public static let forbiddenSource = Self(rawValue: "forbidden_source")

    // What was sent.

    /// 400: a header that counts stands there twice, or has a value that GitLab never gives it.
    public static let malformedHeader = Self(rawValue: "malformed_header")
    /// 400: the body is not what GitLab sends.
    public static let malformedBody = Self(rawValue: "malformed_body")
    /// 400: the body's JSON is nested deeper than allowed.
    public static let tooDeep = Self(rawValue: "too_deep")
    /// 413: the body has more bytes than allowed.
    public static let bodyTooLarge = Self(rawValue: "body_too_large")
    /// 415: `Content-Type` is not `application/json` in UTF-8.
    public static let unsupportedContentType = Self(rawValue: "unsupported_content_type")
    /// 431: there are more headers, or longer ones, than allowed.
    public static let headersTooLarge = Self(rawValue: "headers_too_large")

    /// 422: a field without which the event says nothing is missing or malformed.
    public static let unreadableField = Self(rawValue: "unreadable_field")
    /// 422: `X-Gitlab-Event` announces another kind than the body is of.
    public static let kindMismatch = Self(rawValue: "kind_mismatch")

    // What waits at rest.

    /// 500: an event at rest was written by a newer version of this package.
    public static let newerFormat = Self(rawValue: "newer_format")
    /// 500: an event cannot be written; does not happen to one that was decoded.
    public static let unwritable = Self(rawValue: "unwritable")

    // What the host configured.

    /// 500: no secret at all, an empty one, or one that no header can carry.
    public static let unusableSecret = Self(rawValue: "unusable_secret")
    /// 500: a signing token is not `whsec_` and 24 to 64 bytes in base64.
    public static let malformedSigningKey = Self(rawValue: "malformed_signing_key")
    /// 500: a range of addresses is not one.
    public static let malformedAddressRange = Self(rawValue: "malformed_address_range")

    /// The status that goes with the code.
    var status: Int {
        switch self {
        case .missingToken, .wrongToken, .missingSignature, .wrongSignature, .staleTimestamp,
            .futureTimestamp:
            401
        case .forbiddenSource: 403
        case .bodyTooLarge: 413
        case .unsupportedContentType: 415
        case .headersTooLarge: 431
        case .unreadableField, .kindMismatch: 422
        case .newerFormat, .unwritable, .unusableSecret, .malformedSigningKey, .malformedAddressRange: 500
        default: 400
        }
    }
}

extension WebhookError {
    /// With the status that goes with the code.
    init(_ code: Code, _ detail: String) { self.init(code, status: code.status, detail: detail) }
}
