import Console
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary

/// Checks a connection to GitLab.
@main
struct ConnectionCheckCommand {
    /// `EX_USAGE` of sysexits.
    private static let usageCode: Int32 = 64

    static func main() async {
        let environment = ProcessInfo.processInfo.environment
        do {
            let arguments = try Arguments(Array(CommandLine.arguments.dropFirst()), environment: environment)
            if arguments.showsHelp {
                print(Arguments.help)
                return
            }
            let checklist = Checklist(hasColors: Terminal.showsColors(environment: environment))
            guard let url = arguments.url else {
                try await showBrokenConnections(arguments.format, checklist)
                return
            }
            let token = try token(arguments, environment)
            exit(code(try await check(url, token, arguments, checklist)))
        } catch let mistake as UsageError {
            Terminal.printError("connection-check: \(mistake.message)")
            exit(usageCode)
        } catch {
            Terminal.printError("connection-check: \(error)")
            exit(1)
        }
    }

    /// As it was pasted: blanks around it are for the check to find.
    private static func token(
        _ arguments: Arguments, _ environment: [String: String]
    ) throws(UsageError) -> Secret {
        if let file = arguments.tokenFile {
            guard let token = try TokenSource.token(file: file, environment: [:]) else { return Secret("") }
            return token.secret
        }
        return Secret(environment["GITLAB_TOKEN"] ?? "")
    }

    private static func check(
        _ url: String, _ token: Secret, _ arguments: Arguments, _ checklist: Checklist
    ) async throws -> ConnectionState {
        let project = arguments.project.map { text in
            Int(text).map { ProjectReference.id(ProjectID(rawValue: $0)) } ?? .path(text)
        }
        var options = ConnectionCheck.Options(
            warningDays: arguments.warningDays, hookURL: arguments.hookURL,
            testsHook: arguments.testsHook, allowsInsecureHTTP: arguments.allowsInsecureHTTP)
        if arguments.wantsComments { options.capabilities.insert(.commentOnMergeRequests) }
        if arguments.wantsHooks { options.capabilities.insert(.manageHooks) }
        options.project = project
        let check = ConnectionCheck(url: url, token: token, options: options)
        let report = await check.run()
        var diagnosis: ProjectDiagnosis?
        // A connection that does not work at all has said so already.
        if let project, report.username != nil { diagnosis = await Diagnosis(check).run(project) }
        switch arguments.format {
        case .json: try Terminal.printNow(Finds(connection: report, project: diagnosis).json)
        case .text:
            Terminal.printNow(checklist.text(of: report))
            if let diagnosis { Terminal.printNow("\n" + checklist.text(of: diagnosis)) }
        }
        return [report.state, diagnosis?.state ?? .connected].max { rank($0) < rank($1) } ?? report.state
    }

    private static func showBrokenConnections(
        _ format: Arguments.Format, _ checklist: Checklist
    ) async throws {
        var finds: [Finds] = []
        for connection in BrokenConnection.all {
            let found = try await connection.finds()
            finds.append(found)
            guard format == .text else { continue }
            Terminal.printNow(checklist.title("\(finds.count). \(connection.name)"))
            if let project = found.project {
                Terminal.printNow(checklist.text(of: project) + "\n")
            } else if let report = found.connection {
                Terminal.printNow(checklist.text(of: report, onlyTrouble: true) + "\n")
            }
        }
        if format == .json { try Terminal.printNow(finds.json) }
    }

    private static func rank(_ state: ConnectionState) -> Int32 { code(state) }

    private static func code(_ state: ConnectionState) -> Int32 {
        switch state {
        case .connected, .excluded, .paused: 0
        case .degraded: 1
        case .unreachable: 2
        }
    }
}
