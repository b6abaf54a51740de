import Foundation

/// What the command line asks for.
struct Arguments: Equatable {
    enum Format: String, CaseIterable { case table, markdown, json }

    /// The instance; `nil` reports on the embedded fake GitLab.
    var url: String?
    var tokenFile: String?
    var allowsInsecureHTTP = false
    var projects: [String] = []
    var group: String?
    var days = 30
    /// The first instant not reported on; `nil` for now.
    var until: Date?
    var format = Format.table
    /// Where the report goes; `nil` is standard output.
    var output: String?
    var perMinute: Int?
    /// Only says what a run would ask.
    var showsPlan = false
    var showsHelp = false

    /// A line that says what is wrong with the command line.
    struct Mistake: Error, Equatable { var message: String }

    static let help = """
        Usage: metrics-report [options]

        Reads what happened in GitLab projects and prints engineering metrics: the four DORA metrics, merge request
        flow, pipelines. Without --url it reports on a fake GitLab that runs inside the program, over real HTTP.

          --url URL            the GitLab instance, e.g. https://gitlab.example.com (or GITLAB_URL)
          --token-file FILE    file with an access token (scope read_api); else the environment's GITLAB_TOKEN
          --project ID|PATH    a project by id or full path; may be repeated
          --group PATH         all projects of a group and its subgroups
          --days N             how far back to look, 1 to 3650; 30 by default
          --until YYYY-MM-DD   report up to the beginning of that day, UTC; up to now by default
          --format FORMAT      table (default), markdown or json
          --output FILE        write the report there instead of standard output
          --rate-limit N       send at most N requests a minute
          --plan               say what a run would ask of GitLab and how long it would take; read nothing
          --allow-http         send the token over plain http to a host other than this one
          --help               print this

        A token on the command line would be seen by every user of the machine: there is no such option.
        Exit codes: 0 done; 1 GitLab could not be read; 2 the command line is wrong; 3 the report is printed, but
        some projects could not be read in full; 130 interrupted.
        """

    /// - Parameter environment: `GITLAB_URL` is taken from it when `--url` is not given.
    init(_ arguments: [String], environment: [String: String]) throws(Mistake) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
            let option = parts.first ?? argument
            func value() throws(Mistake) -> String {
                guard let value = parts.count == 2 ? parts[1] : rest.popFirst(), !value.isEmpty else {
                    throw Mistake(message: "\(option) needs a value")
                }
                return value
            }
            switch option {
            case "--help", "-h": showsHelp = true
            case "--url": url = try value()
            case "--token-file": tokenFile = try value()
            case "--plan": showsPlan = true
            case "--allow-http": allowsInsecureHTTP = true
            case "--project": projects.append(try value())
            case "--group": group = try value()
            case "--days": days = try Self.number(value(), for: option, in: 1...3650)
            case "--until": until = try Self.day(value(), for: option)
            case "--rate-limit": perMinute = try Self.number(value(), for: option, in: 1...1_000_000)
            case "--output": output = try value()
            case "--format":
                let name = try value()
                guard let format = Format(rawValue: name) else {
                    throw Mistake(message: "--format takes table, markdown or json, not \(name)")
                }
                self.format = format
            case "--token", "--private-token":
                throw Mistake(
                    message:
                        "a token does not belong on the command line: set GITLAB_TOKEN or use --token-file")
            default:
                throw Mistake(message: "unknown option \(option); metrics-report --help lists them")
            }
        }
        if url == nil, let inherited = environment["GITLAB_URL"], !inherited.isEmpty { url = inherited }
        if url != nil, projects.isEmpty, group == nil, !showsHelp {
            throw Mistake(message: "say which projects: --project ID|PATH (may be repeated) or --group PATH")
        }
    }

    private static func day(_ text: String, for option: String) throws(Mistake) -> Date {
        guard text.count == 10, let date = try? Date.ISO8601FormatStyle().year().month().day().parse(text)
        else {
            throw Mistake(message: "\(option) takes a day such as 2026-01-31")
        }
        return date
    }

    private static func number(
        _ text: String, for option: String, in range: ClosedRange<Int>
    ) throws(Mistake) -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw Mistake(message: "\(option) takes a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }
}
