import Console
import Foundation

/// What the command line asks for.
struct Arguments: Equatable {
    var port = 8080
    var seed: UInt64 = 1
    var projects = 5
    var mergeRequests = 40
    var days = 60
    /// Where the history ends; `nil` for now.
    var until: Date?
    var latency = Duration.zero
    /// Requests a minute before the server says 429; `nil` for no limit.
    var rateLimit: Int?
    /// Which requests are answered 429 once, every so many; `nil` for none.
    var refusalInterval: Int?
    /// Whether webhooks leave the program.
    var sendsWebhooks = false
    var showsHelp = false

    static let help = """
        Usage: fake-gitlab [options]

        Serves a made-up GitLab instance over HTTP on this machine until interrupted (Ctrl-C), and prints its
        address and two access tokens: one that reads as a Reporter, one that may do everything. Any GitLab client
        can use it.

          --port N             port to listen on; 0 lets the system choose; 8080 by default
          --seed N             the same seed makes the same world; 1 by default
          --projects N         how many projects; 5 by default
          --merge-requests N   how many merge requests in each; 40 by default
          --days N             over how many days; 60 by default
          --until YYYY-MM-DD   the history ends at the beginning of that day, UTC; now by default
          --latency MS         milliseconds before each answer; 0 by default
          --rate-limit N       answer 429 beyond N requests a minute, with GitLab's headers
          --refuse-every N     answer 429 to every Nth request, which may be sent again after a second
          --send-webhooks      send the webhooks that are registered there, when somebody changes something through it;
                               otherwise they count as received, and nothing leaves the program
          --help               print this
        """

    init(_ arguments: [String]) throws(UsageError) {
        var options = OptionReader(arguments)
        while let option = options.next() {
            switch option {
            case "--help", "-h": showsHelp = true
            case "--port": port = try options.number(in: 0...65_535)
            case "--seed": seed = UInt64(try options.number(in: 0...Int.max))
            case "--projects": projects = try options.number(in: 1...10_000)
            case "--merge-requests": mergeRequests = try options.number(in: 0...100_000)
            case "--days": days = try options.number(in: 1...3650)
            case "--until": until = try options.day()
            case "--latency": latency = .milliseconds(try options.number(in: 0...60_000))
            case "--rate-limit": rateLimit = try options.number(in: 1...1_000_000)
            case "--send-webhooks": sendsWebhooks = true
            case "--refuse-every": refusalInterval = try options.number(in: 2...1_000_000)
            default: throw options.unknown(of: "fake-gitlab")
            }
        }
    }
}
