public import Foundation

/// Makes a `VerifiedWebhook` of a delivery that comes from whom it says, and refuses all others.
///
/// ```swift
/// let verifier = try WebhookVerifier(accepting: [WebhookCredentials(signingKey: key)])
/// let webhook = try verifier.verify(delivery, at: time.now)
/// ```
///
/// A delivery is accepted when it proves everything in *one* of the credentials. Several are for hooks with secrets of
/// their own, and for changing a secret: the old and the new are accepted while hooks move from one to the other.
///
/// It looks in this order: address, sizes, headers, credentials, nesting. Nothing is parsed before all that holds, and
/// secrets are compared in time that tells nothing about them. It keeps nothing: a delivery that is repeated within the
/// tolerance is verified again, with the same `id`, by which it is to be known.
public struct WebhookVerifier: Sendable {
    /// Who may send at all.
    public var sources: WebhookSourcePolicy
    public var limits: WebhookLimits
    /// How far the signed time may be from now, in the past and in the future. GitLab states none; this is the
    /// standard's. The time of a delivery without a signature is not looked at, since anybody could write it.
    public var tolerance: Duration
    /// Signed ones first; empty if anybody is believed.
    private let accepted: [AcceptedCredentials]

    /// Believes who proves one of the credentials.
    ///
    /// - Throws: `WebhookError` with `.unusableSecret` when there are none, or one is empty.
    public init(
        accepting credentials: [WebhookCredentials], sources: WebhookSourcePolicy = .anywhere,
        limits: WebhookLimits = WebhookLimits(), tolerance: Duration = .seconds(300)
    ) throws(WebhookError) {
        var accepted: [AcceptedCredentials] = []
        for each in credentials { accepted.append(try AcceptedCredentials(each)) }
        guard !accepted.isEmpty else {
            throw WebhookError(.unusableSecret, "there is no secret to verify by")
        }
        self.init(accepted, sources, limits, tolerance)
    }

    private init(
        _ accepted: [AcceptedCredentials], _ sources: WebhookSourcePolicy, _ limits: WebhookLimits,
        _ tolerance: Duration
    ) {
        self.accepted = accepted.filter(\.areSigned) + accepted.filter { !$0.areSigned }
        self.sources = sources
        self.limits = limits
        self.tolerance = tolerance
    }

    /// Believes everybody at those addresses: for hooks without a secret, behind a gate of the host's own.
    public static func unauthenticated(
        from sources: WebhookSourcePolicy, limits: WebhookLimits = WebhookLimits()
    ) -> Self {
        Self([], sources, limits, .seconds(300))
    }

    /// Verifies one delivery.
    ///
    /// With a signing key, the webhook's `id` is the signed `webhook-id`; an `Idempotency-Key` that says otherwise is
    /// not believed.
    ///
    /// - Throws: `WebhookError`, with the status to answer.
    /// - Complexity: O(bytes), once for every signing key that is accepted.
    public func verify(_ delivery: WebhookDelivery, at now: Date) throws(WebhookError) -> VerifiedWebhook {
        guard sources.allows(delivery.sourceAddress) else {
            throw WebhookError(.forbiddenSource, "nothing is accepted from that address")
        }
        try limits.check(delivery)
        let fields = try DeliveryFields(delivery.headers)
        try fields.requireJSON()
        let signedID = try authenticate(fields, delivery.body, at: now)
        try limits.checkNesting(of: delivery.body)
        return VerifiedWebhook(
            id: signedID ?? fields.id(of: delivery.body), header: fields[.event],
            eventUUID: fields[.eventUUID], instanceURL: fields[.instance], body: delivery.body)
    }

    /// - Returns: the signed id, if there is one.
    /// - Throws: why the first of the credentials does not hold, if none does.
    private func authenticate(
        _ fields: DeliveryFields, _ body: Data, at now: Date
    ) throws(WebhookError) -> String? {
        var refusal: WebhookError?
        for credentials in accepted {
            do throws(WebhookError) {
                return try credentials.prove(fields, body: body, at: now, tolerance: tolerance)
            } catch {
                refusal = refusal ?? error
            }
        }
        if let refusal { throw refusal }
        return nil
    }
}
