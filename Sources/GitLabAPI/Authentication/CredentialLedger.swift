/// What is known of the credentials of a pool, and which of them a request goes to: the pure part of a pool.
struct CredentialLedger: Sendable {
    /// What a credential was told instead of an answer.
    struct Refusal: Sendable {
        let outcome: Result<HTTPResponse, GitLabError>
        let error: GitLabError
    }

    /// A question nobody could answer so far; it is asked once with each credential.
    struct Question: Hashable, Sendable {
        let place: RequestConcern.Place
        /// `nil` for the place as a whole.
        let resource: String?
    }

    struct Member: Sendable {
        let label: String
        let seesEverything: Bool
        var death: Refusal?
        /// Places it may not read while another may.
        var blind: [RequestConcern.Place: Refusal] = [:]
        var unscoped: [RequestConcern.Kind: Refusal] = [:]
        /// Places where it was answered.
        var sees: Set<RequestConcern.Place> = []
        var asked: Set<Question> = []
        var setAside: [SetAside] = []
        var requests = 0
    }

    /// How busy a credential is; the smaller goes first.
    struct Load: Comparable, Sendable {
        /// How long a request would wait, in seconds.
        var wait: Double
        /// What GitLab says it still allows; `Int.max` where it does not say.
        var remaining: Int

        static func < (left: Self, right: Self) -> Bool {
            (left.wait, -left.remaining) < (right.wait, -right.remaining)
        }
    }

    private(set) var members: [Member]
    /// Which credential works on a project.
    private var homes: [RequestConcern.Place: Int] = [:]
    /// The last credential to die.
    private var lastDeath: Refusal?

    init(_ credentials: [PooledCredential]) {
        members = credentials.map { Member(label: $0.label, seesEverything: $0.seesEverything) }
    }

    /// The credential to ask next; `nil` when none is left that has not been asked in vain.
    ///
    /// - Parameters:
    ///   - question: what those asked before could not answer; `nil` for the first.
    mutating func elect(
        _ concern: RequestConcern, excluding tried: [Int], question: Question?, loads: [Load]
    ) -> Int? {
        let candidates = members.indices.filter { index in
            refusal(of: concern, by: index) == nil && !tried.contains(index)
                && question.map { !members[index].asked.contains($0) } ?? true
        }
        guard case .project = concern.place else { return widest(candidates, loads) }
        if let home = homes[concern.place], candidates.contains(home) { return home }
        let counts = homes.values.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
        let best = candidates.min { left, right in
            if loads[left].wait != loads[right].wait { return loads[left].wait < loads[right].wait }
            if counts[left] != counts[right] { return counts[left] ?? 0 < counts[right] ?? 0 }
            return loads[left] < loads[right]
        }
        // One that lacks a scope for this request goes on working on the project.
        if homes[concern.place] == nil { homes[concern.place] = best }
        return best
    }

    /// Among those that see everything the least busy one, else the first that was never found blind.
    private func widest(_ candidates: [Int], _ loads: [Load]) -> Int? {
        if members.contains(where: \.seesEverything) {
            return candidates.filter { members[$0].seesEverything }.min { loads[$0] < loads[$1] }
        }
        return candidates.first { members[$0].blind.isEmpty } ?? candidates.first
    }

    /// Why a credential is not asked, if it is not.
    func refusal(of concern: RequestConcern, by index: Int) -> Refusal? {
        let member = members[index]
        return member.death ?? member.blind[concern.place] ?? member.unscoped[concern.kind]
    }

    /// What is answered when no credential is left to ask: what one of them was told before.
    func standingRefusal(of concern: RequestConcern) -> Refusal? {
        let alive = members.filter { $0.death == nil }
        return alive.lazy.compactMap { $0.blind[concern.place] }.first
            ?? alive.lazy.compactMap { $0.unscoped[concern.kind] }.first ?? lastDeath
    }

    func projects(of index: Int) -> Int { homes.values.count { $0 == index } }
}

extension CredentialLedger {
    mutating func count(_ index: Int) { members[index].requests += 1 }
    func sees(_ index: Int, _ place: RequestConcern.Place) -> Bool { members[index].sees.contains(place) }
    mutating func note(_ question: Question, askedOf index: Int) { members[index].asked.insert(question) }

    /// Never again.
    ///
    /// - Returns: what to report; `nil` if it was known.
    mutating func bury(_ index: Int, _ refusal: Refusal) -> SetAside? {
        guard members[index].death == nil else { return nil }
        members[index].death = refusal
        lastDeath = refusal
        homes = homes.filter { $0.value != index }
        return report(index, .everything, refusal)
    }

    mutating func setAside(_ index: Int, forRequestsLike kind: RequestConcern.Kind, _ refusal: Refusal)
        -> SetAside?
    {
        guard members[index].unscoped.updateValue(refusal, forKey: kind) == nil else { return nil }
        return report(index, .scope, refusal)
    }

    /// Another could read what this one could not.
    mutating func setAside(_ index: Int, in place: RequestConcern.Place, _ refusal: Refusal) -> SetAside? {
        guard members[index].blind.updateValue(refusal, forKey: place) == nil else { return nil }
        if homes[place] == index { homes[place] = nil }
        return report(index, SetAside.Extent(place), refusal)
    }

    /// An answer came: the credential sees the place, and works on it unless another does.
    mutating func succeed(_ index: Int, in place: RequestConcern.Place) {
        members[index].sees.insert(place)
        guard case .project = place, homes[place] == nil else { return }
        homes[place] = index
    }

    private mutating func report(_ index: Int, _ extent: SetAside.Extent, _ refusal: Refusal) -> SetAside {
        let report = SetAside(credential: members[index].label, extent: extent, error: refusal.error)
        members[index].setAside.append(report)
        return report
    }
}
