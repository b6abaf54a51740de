extension BrokenStorage {
    enum Defect: String, CaseIterable, Sendable {
        case startsFilled
        case dropsRecord
        case namesNoProjects
        case lastWriterWins
        case mixesInstances
        case truncatesBatches
        case reportsNoBefore
        case reportsNothing
        case reportsEverything
        case ignoresProjects
        case ignoresKinds
        case ignoresActivity
        case periodIncludesEnd
        case ignoresReferences
        case activityLast
        case emptyMeansAll
        case forgetsStamps
        case removesChildrenNot
        case removesWithoutTombstones
        case ignoresTombstones
        case removesAll
        case mergesInTwoSteps
        case mergesProjectByProject
        case setsInTwoSteps
        case confusesKeys
        case setsUnseen
        case removesUnseen
        case neverConflictsOnAbsent
        case keepsRemoved
        case restartsVersions
        case keepsVersion
        case expiresLate
        case expiresEarly
        case listsExpired
        case neverExpires
        case keepsFirstExpiry
        case listsUnsorted
        case listsContaining
        case listsAllNamespaces
        case listsIgnoringCase
        case foldsCase
        case removesState

        /// The requirement that tells.
        var breaks: String {
            switch self {
            case .startsFilled: "empty"
            case .dropsRecord, .namesNoProjects: "round trip"
            case .lastWriterWins: "any order"
            case .mixesInstances: "two instances"
            case .truncatesBatches: "large batch"
            case .reportsNoBefore: "exact changes"
            case .reportsNothing: "reversible changes"
            case .reportsEverything: "nothing new"
            case .ignoresProjects: "projects"
            case .ignoresKinds: "kinds"
            case .ignoresActivity, .periodIncludesEnd: "activity"
            case .ignoresReferences: "references"
            case .activityLast: "conditions together"
            case .emptyMeansAll: "empty conditions"
            case .forgetsStamps: "a read is a value"
            case .removesChildrenNot: "removal"
            case .removesWithoutTombstones: "removed for good"
            case .ignoresTombstones: "a tombstone that comes in a batch"
            case .removesAll: "removing nothing"
            case .mergesInTwoSteps: "concurrent merges"
            case .mergesProjectByProject: "whole batches"
            case .setsInTwoSteps: "one winner"
            case .confusesKeys, .foldsCase: "state round trip"
            case .setsUnseen, .removesUnseen, .neverConflictsOnAbsent: "compare and set"
            case .keepsRemoved: "removed state"
            case .restartsVersions, .keepsVersion: "versions never repeat"
            case .expiresLate, .expiresEarly, .listsExpired: "expiry"
            case .neverExpires: "after expiry"
            case .keepsFirstExpiry: "a new expiry"
            case .listsUnsorted, .listsContaining, .listsAllNamespaces, .listsIgnoringCase:
                "key listing"
            case .removesState: "state beside records"
            }
        }
    }
}
