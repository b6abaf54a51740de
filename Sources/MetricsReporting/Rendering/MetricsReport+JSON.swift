public import Foundation

extension MetricsReport {
    /// The report as JSON with stable keys (Documentation/ReportFormat.md), sorted and indented.
    ///
    /// - Parameter listsEvidence: names every record behind each value instead of only counting them.
    /// - Throws: `EncodingError`; numbers that JSON cannot express do not occur in a report.
    public func json(listsEvidence: Bool = false) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(ReportDocument(self, listsEvidence: listsEvidence))
    }
}
