import MetricsCore

extension ProjectBackfill {
    /// What a plan must ask for: none of it is read by default.
    var furtherSteps: [Step] {
        [
            Step(index: 0, kind: .job) { try await $0.readJobs() },
            Step(index: 0, kind: .milestone) { try await $0.readMilestones() },
            Step(index: 0, kind: .member) { try await $0.readMembers() },
            Step(index: 0, kind: .release) { try await $0.readReleases() },
            Step(index: 0, kind: .branch) { try await $0.readBranches() },
            Step(index: 0, kind: .tag) { try await $0.readTags() },
            Step(index: 0, kind: .activityEvent) { try await $0.readEvents() },
            Step(index: 0, kind: .labelEvent) { try await $0.readLabelEvents() },
            Step(index: 0, kind: .stateEvent) { try await $0.readStateEvents() },
            Step(index: 0, kind: .milestoneEvent) { try await $0.readMilestoneEvents() },
        ]
    }
}
