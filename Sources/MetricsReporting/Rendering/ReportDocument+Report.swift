import Foundation
import MetricsCore

extension ReportDocument {
    /// - Parameter listsEvidence: whether every record behind a value is named; counts are always there.
    init(_ report: MetricsReport, listsEvidence: Bool) {
        period = Period(
            start: report.period.start.description, end: report.period.end.description,
            timeZone: report.period.timeZone.identifier)
        total = Section(report.total, listsEvidence)
        grouping = report.grouping?.description
        groups = report.grouping.map { _ in report.groups.map { Section($0, listsEvidence) } }
        projects = report.projects.filter { !$0.values.isEmpty }.map { Section($0, listsEvidence) }
    }
}

extension ReportDocument.Section {
    fileprivate init(_ section: MetricsReport.Section, _ listsEvidence: Bool) {
        project = section.project
        group = section.group?.id
        title = section.title
        metrics = section.values.map { ReportDocument.Metric($0, listsEvidence) }
    }
}

extension ReportDocument.Metric {
    fileprivate init(_ value: MetricValue, _ listsEvidence: Bool) {
        self.init(
            id: value.metric, title: MetricText(value: value).title, unit: value.unit, value: value.number,
            absence: value.absence, sampleSize: value.evidence.sampleSize, distribution: value.distribution,
            fraction: value.fraction,
            definition: ReportDocument.Definition(
                sentence: value.definition.description, preset: value.definition.preset.rawValue,
                statistic: value.definition.statistic, start: value.definition.start,
                end: value.definition.end),
            coverage: ReportDocument.Coverage(value.coverage),
            evidence: ReportDocument.Evidence(value.evidence, listsEvidence))
    }
}

extension ReportDocument.Coverage {
    fileprivate init(_ coverage: Coverage) {
        state = coverage.state.rawValue
        projects = coverage.projects
        untold = coverage.untold.map(\.rawValue)
        gaps = coverage.gaps.map {
            Gap(
                project: $0.project, kind: $0.kind, state: $0.state.rawValue, from: $0.from?.description,
                until: $0.until?.description)
        }
    }
}

extension ReportDocument.Evidence {
    fileprivate init(_ evidence: Evidence, _ listsEvidence: Bool) {
        func list(_ references: References) -> [String]? {
            listsEvidence ? references.map { "\($0.kind.rawValue)/\($0.instance)/\($0.id)" } : nil
        }
        count = evidence.references.count
        references = list(evidence.references)
        leftOut = evidence.exclusions.map {
            Group(reason: $0.reason.rawValue, count: $0.count, references: list($0.references))
        }
        notes = evidence.notes.map {
            Group(reason: $0.mark.rawValue, count: $0.count, references: list($0.references))
        }
    }
}
