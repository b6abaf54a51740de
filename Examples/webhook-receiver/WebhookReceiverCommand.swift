import Console
import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import MetricsReporting
import MetricsStorage
import WebhookModels

/// Receives webhooks and shows how metrics move.
@main
struct WebhookReceiverCommand {
    static func main() async {
        let environment = ProcessInfo.processInfo.environment
        do {
            let arguments = try Arguments(Array(CommandLine.arguments.dropFirst()), environment: environment)
            if arguments.showsHelp {
                Terminal.printNow(Arguments.help)
            } else {
                let command = Self(arguments: arguments, environment: environment)
                exit(try await command.run() ? 0 : 1)
            }
        } catch let mistake as UsageError {
            Terminal.printError("webhook-receiver: \(mistake.message)")
            exit(2)
        } catch {
            Terminal.printError("webhook-receiver: \(line(error))")
            exit(1)
        }
    }

    let arguments: Arguments
    let environment: [String: String]

    /// - Returns: whether all went well.
    private func run() async throws -> Bool {
        let now = Date()
        let site = try Site(arguments, environment: environment, now: now)
        defer { site.office?.stop() }
        let client = GitLabClient.standard(
            instance: site.url, credentials: StaticCredential(site.token))
        let plan = BackfillPlan(
            instance: "gitlab", selections: site.selections,
            since: Instant(now).advanced(bySeconds: Int64(-86_400 * arguments.days)))
        let period = ReportPeriod(
            days: arguments.days, endingAt: Instant(now).advanced(bySeconds: 86_400), timeZone: .gmt)
        let storage = InMemoryStorage()
        let backfill = Backfill(client: client, storage: storage, state: storage)
        let reporter = MetricsReporter(storage: storage)

        Terminal.printNow("Reading \(site.name)")
        let outcome = try await backfill.run(plan)
        let owners = outcome.projects.compactMap(\.project).map {
            HookOwner.project(.id(.init(rawValue: Int($0.id))))
        }
        guard !owners.isEmpty else { throw UsageError("no project could be read: \(outcome.projects)") }
        let before = try await reporter.report(for: period)

        let credentials = try await Self.credentials(for: client)
        let reception = try Reception(
            client: client, storage: storage, plan: plan, period: period, port: arguments.port,
            credentials: credentials)
        let listening = try reception.open()
        defer { reception.close() }
        let wish = HookWish(
            url: arguments.publicURL ?? listening.absoluteString, credentials: credentials,
            name: "webhook-receiver")
        let registrar = HookRegistrar(client: client, instance: plan.instance, state: storage)
        let reports = await registrar.ensure(wish, at: owners)
        for report in reports { Self.show(report) }
        Terminal.printNow("Listening at \(listening); Ctrl-C ends it.\n")

        await receive(reception, site.office)
        try await reception.finish()
        let recovery = DeliveryRecovery(
            registrar: registrar, backfill: backfill, configuration: .init(resendsPerHook: 5))
        let recovered = try await recovery.run(wish.url, at: owners, plan: plan)
        try await reception.finish()
        _ = await registrar.remove(wish.url, at: owners)

        let after = try await reporter.report(for: period)
        Terminal.printNow(
            "\n\(reception.tally.text)\n\(Self.text(recovered))\n\n\(after.comparison(with: before))")
        guard site.office != nil else { return true }
        return try await check(after, by: client, plan)
    }

    /// New ones for this run; GitLab signs from 19.0 on.
    private static func credentials(for client: GitLabClient) async throws -> WebhookCredentials {
        let release = GitLabRelease(try await client.send(.version).version) ?? GitLabRelease(0, 0)
        return WebhookCredentials(
            token: Secret(UUID().uuidString), signingKey: release < GitLabRelease(19, 0) ? nil : .random())
    }

    /// Until the time is over or Ctrl-C is heard.
    private func receive(_ reception: Reception, _ office: Office?) async {
        let interruption = Interruption()
        let work = Task {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await reception.work() }
                if let office { group.addTask { await office.work() } }
                try await group.waitForAll()
            }
        }
        interruption.listen { work.cancel() }
        defer { interruption.ignore() }
        let clock = arguments.duration.map { duration in
            Task {
                try? await Task.sleep(for: duration)
                work.cancel()
            }
        }
        if case .failure(let error) = await work.result, !(error is CancellationError) {
            Terminal.printError("webhook-receiver: \(Self.line(error))")
        }
        clock?.cancel()
        await office?.deliverRest()
    }

    /// Reads everything anew and compares.
    private func check(_ report: MetricsReport, by client: GitLabClient, _ plan: BackfillPlan) async throws
        -> Bool
    {
        let storage = InMemoryStorage()
        try await Backfill(client: client, storage: storage, state: storage).run(plan)
        let fresh = try await MetricsReporter(storage: storage).report(for: report.period)
        let differences = report.differences(from: fresh)
        if differences.isEmpty {
            Terminal.printNow("Reading everything anew gives the same report.")
        } else {
            Terminal.printNow(
                "Reading everything anew gives another report: \(differences.map(\.rawValue).joined(separator: ", "))"
            )
        }
        return differences.isEmpty
    }
}
