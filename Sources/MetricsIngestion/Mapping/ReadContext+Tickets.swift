import MetricsCore

extension ReadContext {
    /// The tickets a merge request's description names, sorted. The text itself stays here.
    func tickets(inDescription description: String?) -> [TicketMention] {
        tickets.mentions(in: description ?? "", of: .description).sorted()
    }

    /// The tickets a commit's message names and its title, which is kept, does not, sorted.
    func tickets(inMessage message: String?, beyond title: String) -> [TicketMention] {
        guard let message else { return [] }
        let titled = Set(tickets.mentions(in: title, of: .commitTitle))
        return tickets.mentions(in: message, of: .commitMessage).filter { !titled.contains($0) }.sorted()
    }
}
