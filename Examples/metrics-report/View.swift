import Console
import Foundation
import MetricsCore

/// What of the metrics is shown, and how.
struct View: Equatable {
    var metrics = "headline"
    var preset = MetricDefinition.Preset.standard
    var calendar: WorkCalendar?
    var grouping: Grouping?
    var roster: String?
    var comparesWithPrevious = false
    var bucket: Bucket?
    var explained: Subject?

    /// Reads the option if it is one of these.
    mutating func read(_ option: String, from options: inout OptionReader) throws(UsageError) -> Bool {
        switch option {
        case "--metrics": metrics = try options.value()
        case "--definition":
            preset = try choice(option, try options.value(), among: Self.presets)
        case "--calendar":
            let text = try options.value()
            guard let calendar = WorkCalendar(text) else {
                throw UsageError(
                    "--calendar takes hours such as \"Mon-Fri 09:00-17:00 Europe/Berlin\", not \(text)")
            }
            self.calendar = calendar
        case "--team": grouping = .team
        case "--by": grouping = try choice(option, try options.value(), among: Self.groupings)
        case "--roster": roster = try options.value()
        case "--compare":
            comparesWithPrevious = try choice(option, try options.value(), among: ["previous": true])
        case "--every":
            let buckets = Dictionary(uniqueKeysWithValues: Bucket.allCases.map { ($0.rawValue, $0) })
            bucket = try choice(option, try options.value(), among: buckets)
        case "--explain":
            let text = try options.value()
            guard let subject = Subject(text) else {
                throw UsageError("--explain takes !42, group/project!42, deployment:7 or #3, not \(text)")
            }
            explained = subject
        default: return false
        }
        return true
    }

    private static let presets: [String: MetricDefinition.Preset] = [
        "standard": .standard, "gitLab": .gitLab, "gitlab": .gitLab, "dora2021": .dora2021,
        "dora2023": .dora2023,
    ]

    private static let groupings: [String: Grouping] = [
        "person": .person, "team": .team, "label": .label, "namespace": .namespace, "instance": .instance,
        "target-branch": .targetBranch, "environment": .environment, "size": .size, "job": .job,
        "review-pair": .reviewPair,
    ]

    private func choice<Value>(
        _ option: String, _ name: String, among values: [String: Value]
    ) throws(UsageError) -> Value {
        guard let value = values[name] else {
            throw UsageError("\(option) takes \(values.keys.sorted().joined(separator: ", ")), not \(name)")
        }
        return value
    }
}

extension View {
    /// The metrics asked for, by the definition asked for.
    func chosenMetrics() throws(UsageError) -> [any Metric] {
        var chosen = try named()
        if preset != .standard {
            let defined = MetricCatalogue.metrics(of: preset) ?? []
            chosen =
                metrics == "headline"
                ? defined : chosen.map { metric in defined.first { $0.id == metric.id } ?? metric }
        }
        guard let calendar else { return chosen }
        let time = roster == nil ? WorkTime.working(calendar) : .rostered(otherwise: calendar)
        return chosen.map { metric in metric.redefined { $0.calendar = time } }
    }

    private func named() throws(UsageError) -> [any Metric] {
        switch metrics {
        case "headline":
            return explained == nil || preset != .standard ? MetricCatalogue.headline : MetricCatalogue.all
        case "all": return MetricCatalogue.all
        case "delivery": return MetricCatalogue.delivery
        case "merge-requests": return MetricCatalogue.mergeRequests
        case "review": return MetricCatalogue.review
        case "pipelines": return MetricCatalogue.pipelines
        case "work": return MetricCatalogue.work
        default: break
        }
        var chosen: [any Metric] = []
        for name in metrics.split(separator: ",") {
            guard let metric = MetricCatalogue.metric(MetricID(rawValue: String(name))) else {
                throw UsageError("there is no metric \(name); Documentation/Metrics.md lists them")
            }
            chosen.append(metric)
        }
        return chosen
    }
}
