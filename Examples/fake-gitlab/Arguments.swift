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
    var showsHelp = false

    /// A line that says what is wrong with the command line.
    struct Mistake: Error, Equatable { var message: String }

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
          --help               print this
        """

    init(_ arguments: [String]) throws(Mistake) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
            let option = parts.first ?? argument
            func number(in range: ClosedRange<Int>) throws(Mistake) -> Int {
                guard let text = parts.count == 2 ? parts[1] : rest.popFirst() else {
                    throw Mistake(message: "\(option) needs a value")
                }
                guard let number = Int(text), range.contains(number) else {
                    throw Mistake(
                        message: "\(option) takes a number from \(range.lowerBound) to \(range.upperBound)")
                }
                return number
            }
            func day() throws(Mistake) -> Date {
                guard let text = parts.count == 2 ? parts[1] : rest.popFirst(), text.count == 10,
                    let date = try? Date.ISO8601FormatStyle().year().month().day().parse(text)
                else { throw Mistake(message: "\(option) takes a day such as 2026-01-31") }
                return date
            }
            switch option {
            case "--help", "-h": showsHelp = true
            case "--port": port = try number(in: 0...65_535)
            case "--seed": seed = UInt64(try number(in: 0...Int.max))
            case "--projects": projects = try number(in: 1...10_000)
            case "--merge-requests": mergeRequests = try number(in: 0...100_000)
            case "--days": days = try number(in: 1...3650)
            case "--until": until = try day()
            case "--latency": latency = .milliseconds(try number(in: 0...60_000))
            case "--rate-limit": rateLimit = try number(in: 1...1_000_000)
            case "--refuse-every": refusalInterval = try number(in: 2...1_000_000)
            default: throw Mistake(message: "unknown option \(option); fake-gitlab --help lists them")
            }
        }
    }
}
