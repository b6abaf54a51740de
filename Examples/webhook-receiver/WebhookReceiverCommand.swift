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
                print(Arguments.help)
                return
            }
            let now = Date()
            let site = try Site(arguments, environment: environment, now: now)
            defer { site.office?.stop() }
            let isAgreed = try await Self(arguments: arguments, site: site, now: now).run()
            exit(isAgreed ? 0 : 1)
        } catch let mistake as UsageError {
            Terminal.printError("webhook-receiver: \(mistake.message)")
            exit(2)
        } catch {
            Terminal.printError("webhook-receiver: \(sentence(error))")
            exit(1)
        }
    }

    /// A line that says why it cannot go on.
    private struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let arguments: Arguments
    private let site: Site
    private let client: GitLabClient
    private let plan: BackfillPlan
    private let period: ReportPeriod
    private let storage = InMemoryStorage()

    private init(arguments: Arguments, site: Site, now: Date) {
        self.arguments = arguments
        self.site = site
        client = GitLabClient.standard(instance: site.url, credentials: StaticCredential(site.token))
        plan = BackfillPlan(
            instance: "gitlab", selections: site.selections,
            since: Instant(now).advanced(bySeconds: Int64(-86_400 * arguments.days)))
        period = ReportPeriod(
            days: arguments.days, endingAt: Instant(now).advanced(bySeconds: 86_400), timeZone: .gmt)
    }

    private var backfill: Backfill { Backfill(client: client, storage: storage, state: storage) }

    /// - Returns: whether the report is in the end that of reading everything anew, as far as that is asked.
    private func run() async throws -> Bool {
        Terminal.printNow("Reading \(site.name)")
        let owners = try await readHistory()
        let reporter = MetricsReporter(storage: storage)
        let before = try await reporter.report(for: period)

        let credentials = try await newCredentials()
        let reception = try Reception(
            client: client, storage: storage, plan: plan, period: period, port: arguments.port,
            credentials: credentials)
        let listening = try reception.open()
        defer { reception.close() }
        let registrar = HookRegistrar(client: client, instance: plan.instance, state: storage)
        let url = arguments.publicURL ?? listening.absoluteString
        try await register(
            HookWish(url: url, credentials: credentials, name: "webhook-receiver"), at: owners, registrar)
        Terminal.printNow("Listening at \(listening); Ctrl-C ends it.\n")

        await receive(reception)
        try await reception.finish()
        let recovery = DeliveryRecovery(
            registrar: registrar, backfill: backfill, configuration: .init(resendsPerHook: 5))
        let recovered = try await recovery.run(url, at: owners, plan: plan)
        try await reception.finish()
        _ = await registrar.remove(url, at: owners)

        let after = try await reporter.report(for: period)
        Terminal.printNow(
            "\n\(reception.tally.text)\n\(Self.text(recovered))\n\n\(after.comparison(with: before))")
        return site.office == nil ? true : try await isAsReadAnew(after)
    }

    /// - Returns: the projects, each of which is to have the hook.
    private func readHistory() async throws -> [HookOwner] {
        let outcome = try await backfill.run(plan)
        for project in outcome.projects where !project.outcome.isCompleted {
            Terminal.printError("webhook-receiver: \(project.name): \(project.outcome.sentence)")
        }
        let readable = outcome.projects.filter(\.outcome.isReadable).compactMap(\.project)
        guard !readable.isEmpty else { throw Failure(description: "no project could be read") }
        return readable.map { .project(.id(.init(rawValue: Int($0.id)))) }
    }

    /// Made for this run; GitLab signs from 19.0 on.
    private func newCredentials() async throws -> WebhookCredentials {
        let release = GitLabRelease(try await client.send(.version).version) ?? GitLabRelease(0, 0)
        return WebhookCredentials(
            token: Secret(UUID().uuidString), signingKey: release < GitLabRelease(19, 0) ? nil : .random())
    }

    private func register(
        _ wish: HookWish, at owners: [HookOwner], _ registrar: HookRegistrar
    ) async throws {
        let reports = await registrar.ensure(wish, at: owners)
        for report in reports { Self.show(report) }
        guard reports.contains(where: { $0.error == nil }) else {
            throw Failure(description: "no hook could be registered")
        }
    }

    /// Until the time is over or Ctrl-C is heard.
    private func receive(_ reception: Reception) async {
        let office = site.office
        let work = Task {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await reception.work() }
                if let office { group.addTask { await office.work() } }
                try await group.waitForAll()
            }
        }
        let interruption = Interruption()
        interruption.listen { work.cancel() }
        defer { interruption.ignore() }
        let clock = arguments.duration.map { duration in
            Task {
                try? await Task.sleep(for: duration)
                work.cancel()
            }
        }
        if case .failure(let error) = await work.result, !(error is CancellationError) {
            Terminal.printError("webhook-receiver: \(Self.sentence(error))")
        }
        clock?.cancel()
        await office?.deliverRest()
    }

    private func isAsReadAnew(_ report: MetricsReport) async throws -> Bool {
        let storage = InMemoryStorage()
        _ = try await Backfill(client: client, storage: storage, state: storage).run(plan)
        let fresh = try await MetricsReporter(storage: storage).report(for: period)
        let differences = report.differences(from: fresh).map(\.rawValue)
        Terminal.printNow(
            differences.isEmpty
                ? "Reading everything anew gives the same report."
                : "Reading everything anew gives another report: \(differences.joined(separator: ", "))")
        return differences.isEmpty
    }
}
