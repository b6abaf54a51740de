import Foundation
import WireFormat

/// The three fields of a signature, well formed and of the present; whether they are true is not known yet.
struct SignedFields {
    let id: String
    /// As it was sent: the signature is over its characters.
    let timestamp: String
    /// Those of the version this package knows.
    let codes: [Digest]

    init(_ fields: DeliveryFields, at now: Date, tolerance: Duration) throws(WebhookError) {
        guard let id = fields[.signedID], let timestamp = fields[.timestamp], let list = fields[.signature]
        else {
            throw WebhookError(
                .missingSignature, "webhook-id, webhook-timestamp and webhook-signature are required")
        }
        // With points in it, one signature could be read as one over another id and another time.
        guard !id.contains(".") else {
            throw WebhookError(.malformedHeader, "webhook-id may not contain '.'")
        }
        self.id = id
        self.timestamp = timestamp
        codes = list.split(separator: " ").compactMap(Self.code)
        try Self.check(timestamp, at: now, tolerance: tolerance)
    }

    /// Unknown versions and what is not base64 of 32 bytes count as not there.
    private static func code(_ entry: Substring) -> Digest? {
        let parts = entry.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0] == "v1", let bytes = Data(base64Encoded: String(parts[1])) else {
            return nil
        }
        return Digest(bytes)
    }

    private static func check(_ text: String, at now: Date, tolerance: Duration) throws(WebhookError) {
        guard text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }), let seconds = Int64(text)
        else {
            throw WebhookError(.malformedHeader, "webhook-timestamp is no number of seconds since 1970")
        }
        let age = now.timeIntervalSince1970 - Double(seconds)
        let allowed = tolerance / .seconds(1)
        guard age <= allowed else {
            throw WebhookError(.staleTimestamp, "webhook-timestamp is more than \(tolerance) ago")
        }
        guard age >= -allowed else {
            throw WebhookError(.futureTimestamp, "webhook-timestamp is more than \(tolerance) ahead")
        }
    }
}
