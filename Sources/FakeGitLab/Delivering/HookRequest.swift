import Foundation
import GitLabAPI
import WireFormat

/// A delivery as it leaves the instance, and as its log may show it.
struct HookRequest: Sendable {
    let url: URL
    let headers: [(name: String, value: String)]
    let body: Data
    /// What the log keeps of the body.
    let loggedBody: JSONValue

    /// Why a delivery cannot leave.
    struct Obstacle: Error {
        let reason: String
        var loggedBody: JSONValue
    }

    /// What the log keeps of a body that is too large.
    static let oversized: JSONValue = ["oversize": true]

    /// Headers a hook's own may not stand in for.
    private static let reserved: Set<String> = [
        "content-type", "user-agent", "idempotency-key", "x-gitlab-event", "x-gitlab-webhook-uuid",
        "x-gitlab-instance", "x-gitlab-event-uuid", "x-gitlab-token", "webhook-id", "webhook-timestamp",
        "webhook-signature",
    ]

    /// Builds what a hook sends in this world.
    ///
    /// - Parameter uuid: of this request alone.
    init(_ delivery: PendingDelivery, of hook: Hook, in world: World, uuid: String) throws(Obstacle) {
        loggedBody = try Self.body(of: delivery, hook)
        let bytes = loggedBody.serialized()
        guard bytes.count <= HookPolicy.largestBody else {
            throw Obstacle(reason: "the body is larger than 25 MB", loggedBody: Self.oversized)
        }
        let text = hook.variables.reduce(hook.url) { url, variable in
            url.replacingOccurrences(of: "{\(variable.key)}", with: variable.value)
        }
        guard let url = URL(string: text) else {
            throw Obstacle(reason: "the URL cannot be read", loggedBody: loggedBody)
        }
        self.url = url
        body = Data(bytes)
        headers =
            Self.headers(of: delivery, hook, in: world, uuid: uuid)
            + Self.signing(of: delivery, hook, in: world, bytes)
            + hook.headers.sorted { $0.key < $1.key }
            .filter { !Self.reserved.contains($0.key.lowercased()) }.map { ($0.key, $0.value) }
    }

    /// The request, with a receiver's time to answer.
    func request(timeout: Duration) -> HTTPRequest {
        HTTPRequest(
            method: .post, url: url, headers: HTTPHeaders(headers.map { ($0.name, $0.value) }), body: body,
            timeout: timeout)
    }

    /// Refuses an address within the instance's own network.
    func checkIsPublic() throws(Obstacle) {
        do throws(PrivateAddressGuard.Refusal) {
            try PrivateAddressGuard().check(url)
        } catch {
            throw Obstacle(
                reason: "URL is blocked: Requests to the local network are not allowed",
                loggedBody: loggedBody)
        }
    }

    /// The headers without what only the receiver may see.
    func loggedHeaders(of hook: Hook) -> [(name: String, value: String)] {
        headers.map { field in
            let isHidden = field.name == "X-Gitlab-Token" || hook.headers[field.name] != nil
            return (field.name, isHidden ? "[REDACTED]" : field.value)
        }
    }

    private static func body(of delivery: PendingDelivery, _ hook: Hook) throws(Obstacle) -> JSONValue {
        guard !hook.template.isEmpty, !delivery.isRepeated else { return delivery.body }
        do {
            return try HookTemplate(text: hook.template).filled(from: delivery.body)
        } catch {
            throw Obstacle(reason: "the custom template makes no JSON", loggedBody: delivery.body)
        }
    }

    private static func headers(
        of delivery: PendingDelivery, _ hook: Hook, in world: World, uuid: String
    ) -> [(name: String, value: String)] {
        var headers = [
            (name: "Content-Type", value: "application/json"),
            (name: "User-Agent", value: "GitLab/\(world.version.text)"),
        ]
        if world.version >= "17.4" { headers.append(("Idempotency-Key", delivery.idempotencyKey)) }
        headers.append(("X-Gitlab-Event", delivery.event))
        if world.version >= "16.2" { headers.append(("X-Gitlab-Webhook-UUID", uuid)) }
        headers.append(("X-Gitlab-Instance", world.externalURL))
        headers.append(("X-Gitlab-Event-UUID", delivery.eventUUID))
        if let token = hook.token { headers.append(("X-Gitlab-Token", token)) }
        return headers
    }

    private static func signing(
        of delivery: PendingDelivery, _ hook: Hook, in world: World, _ body: [UInt8]
    ) -> [(name: String, value: String)] {
        guard world.version >= "19.0" else { return [] }
        let seconds = String(world.clock.microseconds / 1_000_000)
        let id = delivery.idempotencyKey
        let signature = hook.signingToken.flatMap {
            HookSignature(token: $0, id: id, timestamp: seconds, body: body)
        }
        return [("webhook-id", id), ("webhook-timestamp", seconds)]
            + (signature.map { [("webhook-signature", $0.text)] } ?? [])
    }
}
