import Console
import GitLabAPI
import MetricsIngestion

extension WebhookReceiverCommand {
    static func show(_ report: HookReport<HookChange>) {
        switch report.result {
        case .success(let change): Terminal.printNow("Hook of \(report.owner): \(word(change.action))")
        case .failure(let error): Terminal.printNow("Hook of \(report.owner): \(error.sentence)")
        }
    }

    static func sentence(_ error: any Error) -> String {
        (error as? GitLabError)?.sentence ?? (error as? IngestionError)?.sentence ?? "\(error)"
    }

    private static func word(_ action: HookChange.Action) -> String {
        switch action {
        case .created: "created"
        case .updated(let fields): "updated (\(fields.map(\.rawValue).sorted().joined(separator: ", ")))"
        case .unchanged: "as it should be"
        }
    }

    static func text(_ report: RecoveryReport) -> String {
        let found = report.hooks.compactMap(\.value)
        let failed = found.map(\.failed).reduce(0, +)
        guard failed > 0 else { return "Recovery: nothing failed." }
        var text = "Recovery: \(failed) deliveries failed, \(found.map(\.resent).reduce(0, +)) sent again"
        if let backfill = report.backfill {
            text += ", \(backfill.projects.count) projects read instead (\(backfill.requests) requests)"
        }
        return text + "."
    }
}
