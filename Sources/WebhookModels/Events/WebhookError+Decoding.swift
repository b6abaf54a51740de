import WireFormat

extension WebhookError.Code {
    /// The body is no JSON, or nested too deep (status 400).
    public static let notJSON = Self(rawValue: "not_json")
    /// The body is JSON but no object (400).
    public static let notAnObject = Self(rawValue: "not_an_object")
    /// A field without which the event says nothing is missing or malformed (422).
    public static let unreadableField = Self(rawValue: "unreadable_field")
    /// `X-Gitlab-Event` announces another kind than the body is of (422).
    public static let kindMismatch = Self(rawValue: "kind_mismatch")
    /// An event at rest was written by a newer version of this package (500).
    public static let newerFormat = Self(rawValue: "newer_format")
}

extension WebhookError {
    /// What a failure to decode a body may tell: the field, nothing of what it holds.
    init(unreadable error: any Error) {
        let failure = JSONFailure(error)
        switch (failure.codingPath, error as? DecodingError) {
        case ("", .typeMismatch), ("", .valueNotFound):
            self.init(.notAnObject, status: 400, detail: "the body is no JSON object")
        case ("", .dataCorrupted), ("", nil):
            self.init(.notJSON, status: 400, detail: "the body is no JSON that can be read")
        default:
            self.init(.unreadableField, status: 422, detail: "\(failure)")
        }
    }

    static func kindMismatch(body: WebhookKind, header: WebhookKind) -> WebhookError {
        WebhookError(
            .kindMismatch, status: 422, detail: "X-Gitlab-Event announces \(header), the body is of \(body)")
    }
}
