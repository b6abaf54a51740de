import Console
import Foundation
import GitLabAPI
import MetricsCore
import MetricsIngestion
import MetricsReporting
import MetricsStorage

/// Reads projects from GitLab into memory and prints their metrics.
@main
struct MetricsReportCommand {
    enum ExitCode {
        static let failure: Int32 = 1
        static let usage: Int32 = 2
        static let incomplete: Int32 = 3
    }

    static func main() async {
        let environment = ProcessInfo.processInfo.environment
        let arguments: Arguments
        do {
            arguments = try Arguments(Array(CommandLine.arguments.dropFirst()), environment: environment)
        } catch {
            Terminal.printError("metrics-report: \(error.message)")
            exit(ExitCode.usage)
        }
        if arguments.showsHelp {
            print(Arguments.help)
            return
        }
        let work = Task { await Self(arguments: arguments, environment: environment).run() }
        let interruption = Interruption()
        interruption.listen { work.cancel() }
        let code = await work.value
        interruption.ignore()
        exit(interruption.happened ? Interruption.exitCode : code)
    }

    let arguments: Arguments
    let environment: [String: String]

    /// Makes the report and says what went wrong; the exit code.
    private func run() async -> Int32 {
        do {
            return try await report()
        } catch let mistake as UsageError {
            Terminal.printError("metrics-report: \(mistake.message)")
            return ExitCode.usage
        } catch let error as IngestionError {
            Terminal.printError("metrics-report: \(error.sentence)")
            return ExitCode.failure
        } catch {
            Terminal.printError("metrics-report: \((error as? GitLabError)?.sentence ?? "\(error)")")
            return ExitCode.failure
        }
    }

    private func report() async throws -> Int32 {
        let metrics = try arguments.view.chosenMetrics()
        let roster = try RosterSource.roster(of: arguments)
        let end = arguments.until ?? Date()
        let source = try Source(arguments, environment: environment, end: end)
        defer { source.close() }
        Terminal.printError("Reading \(source.name)")

        let (progress, reporter) = BackfillProgress.stream()
        let transport = StandardTransport(
            instance: source.url, credentials: StaticCredential(source.token), over: URLSessionTransport(),
            configuration: .init(rateLimiting: .init(requestsPerMinute: arguments.perMinute)),
            onWait: { reporter.wait(until: $0.until) })
        let client = GitLabClient(instance: source.url, transport: transport)
        let storage = InMemoryStorage()
        let days = arguments.days * (arguments.view.comparesWithPrevious ? 2 : 1)
        let plan = BackfillPlan(
            instance: "gitlab", projects: source.projects, groups: source.groups, days: days, now: end,
            kinds: Self.kinds(for: metrics, arguments.view))

        let backfill = Backfill(client: client, storage: storage, state: storage)
        if arguments.showsPlan {
            print(Self.text(of: try await backfill.callPlan(for: plan), perMinute: arguments.perMinute))
            return 0
        }

        async let running = backfill.run(plan, reporting: reporter)
        var line = ProgressLine(isInteractive: Terminal.isInteractive(environment: environment))
        for await step in progress { line.show(step) }
        line.end()
        let outcome = try await running

        let period = ReportPeriod(days: arguments.days, endingAt: Instant(end), timeZone: .gmt)
        let measuring = MetricsReporter(
            storage: storage,
            configuration: .init(
                metrics: metrics, rules: FactRules(roster: roster), grouping: arguments.view.grouping))
        return try conclude(try await text(by: measuring, for: period, from: storage), outcome)
    }

    private func conclude(_ text: String, _ outcome: BackfillOutcome) throws -> Int32 {
        for project in outcome.projects where !project.outcome.isCompleted {
            Terminal.printError("metrics-report: \(project.name): \(project.outcome.sentence)")
        }
        guard outcome.projects.contains(where: \.outcome.isReadable) else { return ExitCode.failure }
        if let output = arguments.output {
            try write(text, to: output)
        } else {
            print(text, terminator: "")
        }
        let seconds = (outcome.duration / .seconds(1)).formatted(.number.precision(.fractionLength(1)))
        Terminal.printError("\(outcome.projects.count) projects, \(outcome.requests) requests, \(seconds) s")
        return outcome.isCompleted ? 0 : ExitCode.incomplete
    }

    private func write(_ text: String, to path: String) throws {
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw UsageError("\(path) cannot be written")
        }
    }
}
