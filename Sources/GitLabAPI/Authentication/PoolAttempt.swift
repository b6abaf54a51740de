/// One request on its way through a pool: who was asked, and what they were told.
struct PoolAttempt: Sendable {
    let concern: RequestConcern
    /// Those asked, in order.
    private(set) var tried: [Int] = []
    /// What they could not answer; `nil` until one was refused for the place.
    private(set) var question: CredentialLedger.Question?
    private(set) var isAnswered = false
    /// What is answered in the end if nobody can.
    private(set) var refusal: CredentialLedger.Refusal?
    /// Those who were refused for the place.
    private var refused: [(member: Int, refusal: CredentialLedger.Refusal)] = []

    init(_ concern: RequestConcern) { self.concern = concern }

    /// Takes an answer in.
    ///
    /// - Returns: what to report.
    mutating func learn(
        _ verdict: CredentialVerdict, _ outcome: Result<HTTPResponse, GitLabError>, by member: Int,
        in ledger: inout CredentialLedger
    ) -> [SetAside] {
        func refusal(_ error: GitLabError) -> CredentialLedger.Refusal {
            .init(outcome: outcome, error: error)
        }
        tried.append(member)
        switch verdict {
        case .success:
            isAnswered = true
            let reports = refused.compactMap { ledger.setAside($0.member, in: concern.place, $0.refusal) }
            ledger.succeed(member, in: concern.place)
            return reports
        case .nothing:
            isAnswered = true
            return []
        case .dead(let error):
            // A refusal by the place says more than the death of a credential.
            if refused.isEmpty { self.refusal = refusal(error) }
            return [ledger.bury(member, refusal(error))].compactMap(\.self)
        case .unscoped(let error):
            if refused.isEmpty { self.refusal = refusal(error) }
            let report = ledger.setAside(member, forRequestsLike: concern.kind, refusal(error))
            return [report].compactMap(\.self)
        case .blind(let error):
            refuse(member, refusal(error), resource: nil, in: &ledger)
        case .missing(let error):
            if ledger.sees(member, concern.place) {
                isAnswered = true
            } else {
                refuse(member, refusal(error), resource: nil, in: &ledger)
            }
        case .forbidden(let error):
            refuse(member, refusal(error), resource: concern.resource, in: &ledger)
        }
        return []
    }

    private mutating func refuse(
        _ member: Int, _ refusal: CredentialLedger.Refusal, resource: String?,
        in ledger: inout CredentialLedger
    ) {
        guard concern.place != .instance else {
            isAnswered = true
            return
        }
        let question = CredentialLedger.Question(place: concern.place, resource: resource)
        ledger.note(question, askedOf: member)
        if refused.isEmpty { self.refusal = refusal }
        self.question = self.question ?? question
        refused.append((member, refusal))
    }
}
