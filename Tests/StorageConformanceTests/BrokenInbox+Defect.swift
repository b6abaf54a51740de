extension BrokenInbox {
    enum Defect: String, CaseIterable, Sendable {
        case dropsSubjects
        case lastStands
        case ignoresInstance
        case knowsByContent
        case foldsCase
        case forgetsAtOnce
        case enqueuesInTwoSteps
        case lastFirst
        case ignoresSubjects
        case overtakesDelayed
        case waitsForDead
        case releasesToTheEnd
        case mixesProjects
        case ignoresLimit
        case ignoresProjectLimit
        case servesInOrderOfArrival
        case forgetsWhoWasServed
        case claimsInTwoSteps
        case showsOnly
        case keepsClaims
        case endsLeasesEarly
        case repeatsTokens
        case honoursFormerClaims
        case acknowledgesNothing
        case refusesLateAnswers
        case retriesAtOnce
        case countsReleased
        case countsOldLeases
        case forgetsLeases
        case dropsDead
        case listsUnsorted
        case keepsAttempts
        case replaysAtItsPlace
        case discardsAnything
        case losesSome

        /// The requirement that tells.
        var breaks: String {
            switch self {
            case .dropsSubjects: "entry round trip"
            case .lastStands: "known deliveries"
            case .ignoresInstance, .knowsByContent, .foldsCase: "different deliveries"
            case .forgetsAtOnce: "remembered deliveries"
            case .enqueuesInTwoSteps: "concurrent arrival"
            case .lastFirst: "order of arrival"
            case .ignoresSubjects: "order of a subject"
            case .overtakesDelayed, .waitsForDead, .releasesToTheEnd: "no overtaking"
            case .mixesProjects: "independent subjects"
            case .ignoresLimit: "limit"
            case .ignoresProjectLimit: "limit of a project"
            case .servesInOrderOfArrival, .forgetsWhoWasServed: "fairness"
            case .claimsInTwoSteps, .showsOnly: "concurrent claims"
            case .keepsClaims, .endsLeasesEarly, .repeatsTokens: "leases"
            case .honoursFormerClaims, .acknowledgesNothing: "former claims"
            case .refusesLateAnswers: "late answers"
            case .retriesAtOnce, .countsReleased: "attempts"
            case .countsOldLeases: "counts"
            case .forgetsLeases: "next due"
            case .dropsDead, .listsUnsorted: "dead letters"
            case .keepsAttempts, .replaysAtItsPlace: "replay"
            case .discardsAnything: "discard"
            case .losesSome: "any course"
            }
        }
    }
}
