public import Foundation

/// The values of a DORA metric in order of time. Days on which nothing was counted may be missing.
///
/// <https://docs.gitlab.com/api/dora/metrics/>
public struct DORASeries: Decodable, Hashable, Sendable {
    /// One value.
    public struct Point: Decodable, Hashable, Sendable {
        /// Midnight UTC of the day, or of the first of the month; `nil` for the value of the whole span.
        public let date: Date?
        /// In the metric's own unit; `nil` when there was nothing to measure.
        public let value: Double?

        fileprivate init(date: Date?, value: Double?) {
            self.date = date
            self.value = value
        }

        private enum CodingKeys: String, CodingKey {
            case date, value
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            date = try fields.optional(.date)
            value = fields.number(.value)
        }
    }

    public let points: [Point]

    /// Reads a list of values, and the bare value that old versions send for a whole span.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let points = try? container.decode([Point].self) {
            self.points = points
        } else {
            points = [
                Point(date: nil, value: container.decodeNil() ? nil : try container.decode(Double.self))
            ]
        }
    }
}
