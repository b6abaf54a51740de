import WireFormat

extension WebhookError {
    /// What a failure to decode a body may tell: the field, nothing of what it holds.
    init(unreadable error: any Error) {
        let failure = JSONFailure(error)
        switch (failure.codingPath, error as? DecodingError) {
        case ("", .typeMismatch), ("", .valueNotFound): self.init(.malformedBody, "no JSON object")
        case ("", .dataCorrupted), ("", nil): self.init(.malformedBody, "no JSON")
        default: self.init(.unreadableField, failure.description)
        }
    }
}
