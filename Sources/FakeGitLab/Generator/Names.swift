/// Words generated worlds are made of.
enum Names {
    static let people: [(username: String, name: String)] = [
        ("ada", "Ada Byron"), ("grace", "Grace Hopper"), ("edsger", "Edsger van Dijk"),
        ("barbara", "Barbara Lis"),
        ("tony", "Tony Hoare"), ("radia", "Radia Pearl"), ("donald", "Donald Kunst"),
        ("frances", "Frances Allan"),
        ("ken", "Ken Thomas"), ("margaret", "Margaret Hamil"), ("niklaus", "Niklaus Wirt"),
        ("zoë", "Zoë Müller-Łuk"),
    ]

    private static let projects = [
        "Billing", "Catalog", "Gateway", "Search", "Ledger", "Mailer", "Portal", "Router", "Scheduler",
        "Vault",
    ]

    static func project(_ index: Int) -> String {
        let round = index / projects.count
        return projects[index % projects.count] + (round == 0 ? "" : "-\(round + 1)")
    }

    static let verbs = [
        "Add", "Fix", "Refactor", "Speed up", "Document", "Remove", "Harden", "Rename", "Split",
    ]

    static let things = [
        "the retry of payments", "input validation", "the \"quick\" search", "time zones in reports",
        "cache expiry",
        "the Ünïcode e-mail check", "the import of orders", "log levels", "paging of events",
        "PROJ-%d handling",
    ]

    static let comments = [
        "Looks good overall", "Could we rename this?", "Why not reuse the existing helper?", "Nit: wording",
        "Done", "Please add a test for the empty case", "I like this 👍", "Is this safe under load?",
        "See `docs/setup.md`", "Let's discuss this in a call",
    ]

    static let labels = ["backend", "frontend", "bug", "Community contribution", "tech debt", "security"]
}
