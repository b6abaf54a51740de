import Console

/// What the command line asks for.
struct Arguments: Equatable {
    enum Format: String {
        case text
        case json
    }

    /// The instance; `nil` walks through broken connections to a fake GitLab.
    var url: String?
    var tokenFile: String?
    var project: String?
    var hookURL: String?
    var testsHook = false
    var wantsComments = false
    var wantsHooks = false
    var warningDays = 14
    var allowsInsecureHTTP = false
    var format = Format.text
    var showsHelp = false

    static let help = """
        Usage: connection-check [options]

        Says whether a connection to GitLab works, who it is, what it may do, and what is wrong with it. Without --url
        it walks through ten broken connections to a fake GitLab and shows what it finds in each.

          --url URL            the GitLab instance, e.g. https://gitlab.example.com (or GITLAB_URL)
          --token-file FILE    file with an access token; else GITLAB_TOKEN
          --project ID|PATH    also says what is wrong with that project
          --hook-url URL       where GitLab sends webhooks: whether they arrive is looked at in the project
          --test-hook          have GitLab send a test to --hook-url, which wakes a webhook that rests
          --comments           the connection is wanted for comments on merge requests
          --hooks              the connection is wanted for managing webhooks
          --days N             how long before its end a token is warned of, 0 to 365; 14 by default
          --allow-http         send the token over plain http to a host other than this one
          --format FORMAT      text or json
          --help               print this

        Nothing is written in GitLab, and nothing sent but that test. Exits with 0 when connected, 1 when something that
        is wanted does not work, 2 when nothing does, and 64 when the command line is wrong.
        """

    /// - Parameter environment: `GITLAB_URL` is taken from it when `--url` is not given.
    init(_ arguments: [String], environment: [String: String]) throws(UsageError) {
        var options = OptionReader(arguments)
        while let option = options.next() {
            switch option {
            case "--help", "-h": showsHelp = true
            case "--url": url = try options.value()
            case "--token-file": tokenFile = try options.value()
            case "--project": project = try options.value()
            case "--hook-url": hookURL = try options.value()
            case "--test-hook": testsHook = true
            case "--comments": wantsComments = true
            case "--hooks": wantsHooks = true
            case "--days": warningDays = try options.number(in: 0...365)
            case "--allow-http": allowsInsecureHTTP = true
            case "--format":
                guard let format = Format(rawValue: try options.value()) else {
                    throw UsageError("--format is text or json")
                }
                self.format = format
            case "--token", "--private-token": throw OptionReader.tokenOnCommandLine
            default: throw options.unknown(of: "connection-check")
            }
        }
        if url == nil, let inherited = environment["GITLAB_URL"], !inherited.isEmpty { url = inherited }
        if url == nil, project != nil || hookURL != nil || tokenFile != nil {
            throw UsageError("say which GitLab: --url URL")
        }
        if testsHook, hookURL == nil { throw UsageError("--test-hook needs --hook-url URL") }
    }
}
