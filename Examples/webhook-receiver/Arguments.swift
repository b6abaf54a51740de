import Console
import Foundation

/// What the command line asks for.
struct Arguments: Equatable {
    /// The instance; `nil` receives from the embedded fake GitLab.
    var url: String?
    var tokenFile: String?
    var allowsInsecureHTTP = false
    var projects: [String] = []
    var group: String?
    /// The port to listen on; 0 lets the system choose.
    var port = 0
    /// Where GitLab reaches this program; `nil` for the address it listens on.
    var publicURL: String?
    /// How long to receive; `nil` until interrupted.
    var duration: Duration?
    var days = 30
    /// Deliveries are lost, doubled and come in any order.
    var hasFaults = false
    var seed: UInt64 = 1
    var showsHelp = false

    static let help = """
        Usage: webhook-receiver [options]

        Reads a GitLab group's history, registers a webhook there, and shows how the metrics move while deliveries
        come in. Without --url it does so with a fake GitLab that runs inside the program, whose developers work for
        20 seconds; at the end it reads everything anew and compares.

          --seconds N          how long to receive; 20 by default with the fake, until Ctrl-C otherwise
          --faults             the fake loses a tenth of its deliveries, doubles a third and sends them in any order
          --seed N             what the fake's developers do; 1 by default
          --url URL            the GitLab instance, e.g. https://gitlab.example.com (or GITLAB_URL)
          --token-file FILE    file with an access token (scope api, role Maintainer); else GITLAB_TOKEN
          --project ID|PATH    a project by id or full path; may be repeated
          --group PATH         all projects of a group and its subgroups; each gets the hook
          --port N             the port to listen on; chosen by the system by default
          --public-url URL     where GitLab reaches this program, if not at the address it listens on
          --days N             how far back the metrics reach, 1 to 365; 30 by default
          --allow-http         send the token over plain http to a host other than this one
          --help               print this

        The hook is removed when the program ends. It listens on this machine only: to receive from elsewhere, put a
        proxy with TLS before it and name that with --public-url.
        """

    /// - Parameter environment: `GITLAB_URL` is taken from it when `--url` is not given.
    init(_ arguments: [String], environment: [String: String]) throws(UsageError) {
        var options = OptionReader(arguments)
        while let option = options.next() {
            switch option {
            case "--help", "-h": showsHelp = true
            case "--seconds": duration = .seconds(try options.number(in: 1...1_000_000))
            case "--faults": hasFaults = true
            case "--seed": seed = UInt64(try options.number(in: 0...Int.max))
            case "--url": url = try options.value()
            case "--token-file": tokenFile = try options.value()
            case "--project": projects.append(try options.value())
            case "--group": group = try options.value()
            case "--port": port = try options.number(in: 0...65_535)
            case "--public-url": publicURL = try options.value()
            case "--days": days = try options.number(in: 1...365)
            case "--allow-http": allowsInsecureHTTP = true
            case "--token", "--private-token": throw OptionReader.tokenOnCommandLine
            default: throw options.unknown(of: "webhook-receiver")
            }
        }
        if url == nil, let inherited = environment["GITLAB_URL"], !inherited.isEmpty { url = inherited }
        guard !showsHelp else { return }
        if url == nil {
            duration = duration ?? .seconds(20)
        } else if projects.isEmpty, group == nil {
            throw UsageError("say which projects: --project ID|PATH (may be repeated) or --group PATH")
        } else if hasFaults {
            throw UsageError("--faults is for the fake GitLab: leave --url and GITLAB_URL out")
        }
    }
}
