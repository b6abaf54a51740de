import Console
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
    var view = View()
    /// Only says what a run would ask.
    var showsPlan = false
    var showsHelp = false

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
        What is shown:
          --metrics NAMES      headline (default), all, delivery, merge-requests, review, pipelines, work, or ids
                               such as time_to_merge,review_time
          --definition NAME    standard (default), gitLab (what GitLab would show), dora2021 or dora2023 (with tiers)
          --calendar HOURS     count working time: "Mon-Fri 09:00-17:00 Europe/Berlin"
          --team               tell values apart by team; --roster says who is in which
          --by GROUPING        person, team, label, namespace, instance, target-branch, environment, size, job or
                               review-pair
          --roster FILE        who is who: .csv (columns person, username, email, team, …) or .mailmap
          --compare previous   the period before beside it
          --every BUCKET       numbers by day, week, month or quarter
          --explain THING      how one merge request (!42 or group/project!42), deployment (deployment:7) or incident
                               (#3) counts, step by step

          --rate-limit N       send at most N requests a minute
          --plan               say what a run would ask of GitLab and how long it would take; read nothing
          --allow-http         send the token over plain http to a host other than this one
          --help               print this

        A token on the command line would be seen by every user of the machine: there is no such option.
        Exit codes: 0 done; 1 GitLab could not be read; 2 the command line is wrong; 3 the report is printed, but
        some projects could not be read in full; 130 interrupted.
        """

    /// - Parameter environment: `GITLAB_URL` is taken from it when `--url` is not given.
    init(_ arguments: [String], environment: [String: String]) throws(UsageError) {
        var options = OptionReader(arguments)
        while let option = options.next() {
            switch option {
            case "--help", "-h": showsHelp = true
            case "--url": url = try options.value()
            case "--token-file": tokenFile = try options.value()
            case "--plan": showsPlan = true
            case "--allow-http": allowsInsecureHTTP = true
            case "--project": projects.append(try options.value())
            case "--group": group = try options.value()
            case "--days": days = try options.number(in: 1...3650)
            case "--until": until = try options.day()
            case "--rate-limit": perMinute = try options.number(in: 1...1_000_000)
            case "--output": output = try options.value()
            case "--format":
                let name = try options.value()
                guard let format = Format(rawValue: name) else {
                    throw UsageError("--format takes table, markdown or json, not \(name)")
                }
                self.format = format
            case "--token", "--private-token": throw OptionReader.tokenOnCommandLine
            default:
                guard try view.read(option, from: &options) else {
                    throw options.unknown(of: "metrics-report")
                }
            }
        }
        if url == nil, let inherited = environment["GITLAB_URL"], !inherited.isEmpty { url = inherited }
        if url != nil, projects.isEmpty, group == nil, !showsHelp {
            throw UsageError("say which projects: --project ID|PATH (may be repeated) or --group PATH")
        }
    }
}
