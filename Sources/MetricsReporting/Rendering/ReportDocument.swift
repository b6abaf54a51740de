import Foundation
import MetricsCore

/// The JSON form of a report (Documentation/ReportFormat.md). Keys are added, never renamed, within a format.
struct ReportDocument: Encodable {
    static let formatVersion = 1

    struct Period: Encodable {
        var start: String
        var end: String
        var timeZone: String

        enum CodingKeys: String, CodingKey {
            case start, end
            case timeZone = "time_zone"
        }
    }

    struct Section: Encodable {
        /// Left out for all projects together.
        var project: ProjectKey?
        /// Left out where values are not told apart by groups.
        var group: String?
        var title: String
        var metrics: [Metric]
    }

    struct Metric: Encodable {
        var id: MetricID
        var title: String
        var unit: MetricUnit
        @Nullable var value: Double?
        @Nullable var absence: Absence?
        var sampleSize: Int
        @Nullable var distribution: Distribution?
        @Nullable var fraction: Fraction?
        var definition: Definition
        var coverage: Coverage
        var evidence: Evidence

        enum CodingKeys: String, CodingKey {
            case id, title, unit, value, absence, distribution, fraction, definition, coverage, evidence
            case sampleSize = "sample_size"
        }
    }

    struct Definition: Encodable {
        var sentence: String
        var preset: String
        var statistic: Statistic
        @Nullable var start: Moment?
        @Nullable var end: Moment?
    }

    struct Coverage: Encodable {
        struct Gap: Encodable {
            var project: ProjectKey
            var kind: RecordKind
            var state: String
            @Nullable var from: String?
            @Nullable var until: String?
        }

        var state: String
        var projects: Int
        var untold: [String]
        var gaps: [Gap]
    }

    struct Evidence: Encodable {
        struct Group: Encodable {
            var reason: String
            var count: Int
            var references: [String]?
        }

        var count: Int
        /// Left out unless asked for.
        var references: [String]?
        var leftOut: [Group]
        var notes: [Group]

        enum CodingKeys: String, CodingKey {
            case count, references, notes
            case leftOut = "left_out"
        }
    }

    var format = Self.formatVersion
    var period: Period
    var total: Section
    var projects: [Section]
    /// Left out where none were asked for.
    var grouping: String?
    var groups: [Section]?
}

/// An optional that is written as `null`, so that every key is always there.
@propertyWrapper
struct Nullable<Value: Encodable>: Encodable {
    var wrappedValue: Value?

    init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
    }
}
