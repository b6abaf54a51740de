public import Foundation
import WireFormat

extension WebhookEvent {
    /// The event as it waits to be applied: JSON of GitLab's own names, with what is kept of it and nothing else, without
    /// texts (`withoutTexts`).
    ///
    /// - Parameter keepingUnrecognized: whether the raw body of a kind this version does not know is kept; it may hold
    ///   code and secrets.
    public func atRest(keepingUnrecognized: Bool = false) throws(WebhookError) -> Data {
        var resting = EventAtRest(event: withoutTexts, body: nil)
        if keepingUnrecognized, case .unrecognized(let event) = self { resting.body = event.body }
        do {
            return try JSON.encode(resting, sortedKeys: true)
        } catch {
            throw WebhookError(.unwritable, "the event cannot be written")
        }
    }

    /// Reads what `atRest` wrote, of this version and of all before it.
    ///
    /// - Throws: `newerFormat` and what `init(body:header:)` throws.
    public init(atRest data: Data) throws(WebhookError) {
        let resting = try Self.decoded(data, as: EventAtRest.self)
        guard resting.format <= EventAtRest.currentFormat else {
            throw WebhookError(.newerFormat, "of format \(resting.format)")
        }
        self = resting.event
        if case .unrecognized(let event) = self {
            self = .unrecognized(UnrecognizedEvent(kind: event.kind, body: resting.body ?? Data()))
        }
    }
}

/// An event and the version of the form it is written in, in one object.
private struct EventAtRest: Codable {
    static let currentFormat = 1

    var format = currentFormat
    var event: WebhookEvent
    /// Of an unrecognised event, if it is kept; in base64.
    var body: Data?

    private enum CodingKeys: String, CodingKey {
        case format = "_format"
        case body = "_body"
    }

    init(event: WebhookEvent, body: Data?) {
        self.event = event
        self.body = body
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        format = try fields.decode(Int.self, forKey: .format)
        // What a newer version writes need not be readable to this one.
        guard format <= Self.currentFormat else {
            event = .unrecognized(UnrecognizedEvent(kind: nil, body: Data()))
            return
        }
        event = try WebhookEvent(from: decoder)
        body = try fields.decodeIfPresent(String.self, forKey: .body).flatMap { Data(base64Encoded: $0) }
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(format, forKey: .format)
        try fields.encodeIfPresent(body?.base64EncodedString(), forKey: .body)
        try event.encode(to: encoder)
    }
}
