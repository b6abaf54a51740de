public import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsStorage

/// Finds the deliveries that GitLab tried and failed to make, has them sent again, and reads what cannot be.
///
/// ```swift
/// let recovery = DeliveryRecovery(registrar: registrar, backfill: backfill)
/// let report = try await recovery.run(wish.url, at: owners, plan: plan)
/// ```
///
/// GitLab sends each delivery once. Those that failed stand in its log for seven days, and what happened while it rested
/// a hook stands nowhere. So what failed since the last look is sent again, and where that cannot bring all of it, the
/// projects concerned are read: from where their last backfill ended, and so what was missed and no history before.
///
/// To be run from time to time, an hour or a day apart, and when the receiver was down. What GitLab never tries to send
/// no log shows; only reading finds it.
public struct DeliveryRecovery: Sendable {
    public struct Configuration: Hashable, Sendable {
        /// How many deliveries of one hook are sent again at most; with more, the projects are read instead. 20 by default,
        /// which takes four minutes.
        public var resendsPerHook: Int

        public init(resendsPerHook: Int = 20) { self.resendsPerHook = max(0, resendsPerHook) }
    }

    let registrar: HookRegistrar
    let backfill: Backfill
    let configuration: Configuration

    /// - Parameters:
    ///   - registrar: whose client, state and time are used.
    ///   - backfill: reads what cannot be sent again.
    public init(
        registrar: HookRegistrar, backfill: Backfill, configuration: Configuration = Configuration()
    ) {
        self.registrar = registrar
        self.backfill = backfill
        self.configuration = configuration
    }

    /// Looks after the hooks at that URL since the last look, and remembers this one once nothing is missing.
    ///
    /// - Parameter plan: what is read of a project, and for hooks of the instance also which. It is the one by which the
    ///   projects are read otherwise: with another `since`, more or less would count as read than was.
    /// - Throws: `IngestionError` when reading cannot go on at all, or the store fails. What concerns one owner stands in
    ///   the report.
    public func run(
        _ url: String, at owners: [HookOwner], plan: BackfillPlan
    ) async throws(IngestionError) -> RecoveryReport {
        let began = Instant(registrar.time.now)
        let findings = await HookReport.at(owners, atOnce: registrar.ownersAtOnce) {
            owner throws(IngestionError) in
            try await look(after: url, of: owner, until: began, plan.since)
        }
        let missed = findings.filter { $0.value?.recovery.missed != nil }.map(\.owner)
        var outcome: BackfillOutcome?
        if !missed.isEmpty { outcome = try await backfill.run(plan.narrowed(to: missed)) }
        for finding in findings.compactMap(\.value)
        where finding.recovery.missed == nil || outcome?.isCompleted == true {
            do throws(StorageError) {
                try await finding.bookmark.save(finding.mark, at: registrar.time.now)
            } catch {
                // Another run has looked meanwhile; what it remembers is as good.
                if error.code != .conflict { throw IngestionError(error) }
            }
        }
        let reports = findings.map { finding in
            HookReport(owner: finding.owner, result: finding.result.map(\.recovery))
        }
        return RecoveryReport(hooks: reports, backfill: outcome)
    }
}

extension BackfillPlan {
    /// The plan for those owners' projects only.
    fileprivate func narrowed(to owners: [HookOwner]) -> Self {
        var plan = self
        plan.selections = owners.flatMap { owner -> [Selection] in
            switch owner {
            case .project(let project): [.project(project)]
            case .group(let group): [.group(group)]
            case .instance: selections
            }
        }
        return plan
    }
}
