extension PipelineRecord {
    /// Child and downstream pipelines count under their parent, whatever their status.
    var outcome: RunOutcome {
        guard let summary = summary?.value else { return .leftOut(.missingInstant) }
        if isTriggered { return .leftOut(.childPipeline) }
        return switch summary.status {
        case "success": .success
        case "failed": .failure
        case "canceled": .leftOut(.canceled)
        case "skipped": .leftOut(.skipped)
        default: .leftOut(.running)
        }
    }

    /// Whether another pipeline started it.
    private var isTriggered: Bool {
        ["parent_pipeline", "pipeline"].contains(origin?.value.source) || upstream?.value != nil
    }

    /// What decides in which period it counts: its finish, or its creation while that is unknown.
    var countedAt: Instant? { timing?.value.finishedAt ?? summary?.value.createdAt }
}
