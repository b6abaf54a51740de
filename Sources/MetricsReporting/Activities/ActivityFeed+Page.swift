import Foundation
public import MetricsCore

extension ActivityFeed {
    /// Some of a feed, the newest first.
    public struct Page: Codable, Hashable, Sendable {
        public var activities: [Activity]
        /// Leads to the page that follows; `nil` when this was the last one.
        public var next: Cursor?

        public init(activities: [Activity], next: Cursor?) {
            self.activities = activities
            self.next = next
        }
    }

    /// A place in a feed, for whoever reads on: after one activity, before the next.
    ///
    /// What it says is the feed's own business. Its text can stand in an address as it is; it stays good after a
    /// restart, and with another filter too.
    public struct Cursor: Hashable, Sendable, LosslessStringConvertible {
        let position: Activity.Position

        public init(after activity: Activity) { position = activity.position }

        /// `nil` for what no feed of this or an earlier version gave out.
        public init?(_ text: String) {
            guard text.hasPrefix(Self.version) else { return nil }
            let base64 = text.dropFirst(Self.version.count)
                .replacing("-", with: "+").replacing("_", with: "/")
            let padding = String(repeating: "=", count: (4 - base64.count % 4) % 4)
            guard let data = Data(base64Encoded: base64 + padding),
                let position = try? JSONDecoder().decode(Activity.Position.self, from: data)
            else { return nil }
            self.position = position
        }

        public var description: String {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let data = (try? encoder.encode(position)) ?? Data()
            return Self.version
                + data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
                .replacing("=", with: "")
        }

        private static let version = "1."
    }
}

extension ActivityFeed.Cursor: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let cursor = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a cursor of a feed")
        }
        self = cursor
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
