extension JobRecord {
    /// One that waits for somebody to start it has not run, as if skipped.
    var outcome: RunOutcome {
        switch status?.value {
        case "success": .success
        case "failed": .failure
        case "canceled": .leftOut(.canceled)
        case "skipped", "manual": .leftOut(.skipped)
        default: .leftOut(.running)
        }
    }

    /// Whether it runs a script; a bridge only triggers another pipeline.
    var isBuild: Bool { kind?.value != .bridge }

    /// Whether its failure is none of its pipeline.
    var isAllowedToFail: Bool { summary?.value.isAllowedToFail == true }

    /// What decides in which period it counts: its finish, or its creation while that is unknown.
    var countedAt: Instant? { timing?.value.finishedAt ?? summary?.value.createdAt }
}
