/// What a delivery tells, one case for every kind GitLab sends.
public enum WebhookEvent: Hashable, Sendable {
    /// A kind this version does not know.
    case unrecognized(UnrecognizedEvent)
}
