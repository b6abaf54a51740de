import Foundation
import WireFormat

/// The header fields that count, each at most once, blanks at their ends taken off.
struct DeliveryFields {
    enum Name: String, CaseIterable {
        case contentType = "content-type"
        case event = "x-gitlab-event"
        case eventUUID = "x-gitlab-event-uuid"
        case instance = "x-gitlab-instance"
        case token = "x-gitlab-token"
        case idempotencyKey = "idempotency-key"
        case signedID = "webhook-id"
        case timestamp = "webhook-timestamp"
        case signature = "webhook-signature"

        fileprivate var isIdentifier: Bool {
            switch self {
            case .eventUUID, .idempotencyKey, .signedID: true
            default: false
            }
        }
    }

    private var values: [Name: String] = [:]

    /// O(fields).
    init(_ headers: WebhookHeaders) throws(WebhookError) {
        for field in headers.fields {
            guard let name = Name(rawValue: field.name.lowercased()) else { continue }
            let value = field.value.trimmingCharacters(in: CharacterSet(charactersIn: " \t"))
            guard values.updateValue(value, forKey: name) == nil else {
                throw WebhookError(.malformedHeader, "\(name.rawValue) stands there more than once")
            }
            if name.isIdentifier { try Self.check(value, of: name) }
        }
    }

    subscript(name: Name) -> String? { values[name] }

    /// GitLab's are UUIDs of 36 characters.
    private static func check(_ identifier: String, of name: Name) throws(WebhookError) {
        guard 1...255 ~= identifier.utf8.count, identifier.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else {
            throw WebhookError(.malformedHeader, "\(name.rawValue) is not an id")
        }
    }

    /// JSON in UTF-8, the only encoding in which JSON is exchanged.
    func requireJSON() throws(WebhookError) {
        let parts = (self[.contentType] ?? "").lowercased().split(
            separator: ";", omittingEmptySubsequences: false
        ).map { $0.trimmingCharacters(in: .whitespaces) }
        let charsets = parts.dropFirst().filter { $0.hasPrefix("charset=") }
        guard parts.first == "application/json",
            charsets.allSatisfy({ ["charset=utf-8", "charset=\"utf-8\""].contains($0) })
        else {
            throw WebhookError(.unsupportedContentType, "Content-Type must be application/json in UTF-8")
        }
    }

    /// What tells one sending from all others, if the signature does not.
    func id(of body: Data) -> String {
        if let key = self[.idempotencyKey] ?? self[.signedID] { return key }
        let hash = SHA256.hash(body).hexadecimal
        return self[.eventUUID].map { "\($0)/\(hash)" } ?? hash
    }
}
