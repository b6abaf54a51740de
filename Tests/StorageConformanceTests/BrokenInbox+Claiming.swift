import MetricsCore
import MetricsStorage

extension BrokenInbox {
    func claim(upTo limit: Int, perProject: Int, lease: Int64, at now: Instant) async -> [InboxClaim] {
        let before = items
        var claims: [InboxClaim] = []
        while claims.count < limit || defect == .ignoresLimit && limit > 0 {
            var candidates = items.indices.filter { mayClaim($0, perProject: perProject, at: now) }
            if defect == .lastFirst { candidates.reverse() }
            let turn = candidates.min { isBefore($0, $1, at: now) }
            guard let index = turn else { break }
            if defect == .claimsInTwoSteps { await Task.yield() }
            guard index < items.count else { break }
            lastToken += 1
            let token = InboxClaim.Token(rawValue: defect == .repeatsTokens ? 1 : lastToken)
            let end = now.advanced(bySeconds: lease)
            items[index].attempts += 1
            items[index].token = token
            items[index].place = .claimed(until: end)
            served[items[index].entry.project] = lastToken
            claims.append(
                InboxClaim(
                    entry: items[index].entry, token: token, attempt: items[index].attempts, leaseEnd: end))
        }
        if defect == .showsOnly {
            items = before
        }
        return claims
    }

    private func isBefore(_ left: Int, _ right: Int, at now: Instant) -> Bool {
        if defect == .servesInOrderOfArrival || defect == .lastFirst { return false }
        let turns = [left, right].map { index in
            let project = items[index].entry.project
            return (claims(of: items[index].entry, at: now), served[project] ?? 0)
        }
        return defect == .forgetsWhoWasServed ? turns[0].0 < turns[1].0 : turns[0] < turns[1]
    }

    private func claims(of entry: InboxEntry, at now: Instant) -> Int {
        items.count {
            $0.entry.project == entry.project && $0.entry.id.instance == entry.id.instance
                && isClaimed($0, at: now)
        }
    }

    private func mayClaim(_ index: Int, perProject: Int, at now: Instant) -> Bool {
        let item = items[index]
        guard !item.isDead, !isClaimed(item, at: now), !isDelayed(item, at: now) else { return false }
        guard defect == .ignoresProjectLimit || claims(of: item.entry, at: now) < perProject else {
            return false
        }
        guard let subject = item.entry.subject else { return true }
        return !items[..<index].contains { earlier in
            let isOfSameLane =
                defect == .mixesProjects
                || earlier.entry.project == item.entry.project
                    && earlier.entry.id.instance == item.entry.id.instance
            guard isOfSameLane, earlier.entry.subject == subject else { return false }
            return switch defect {
            case .ignoresSubjects: false
            case .overtakesDelayed: !earlier.isDead && !isDelayed(earlier, at: now)
            case .waitsForDead: true
            default: !earlier.isDead
            }
        }
    }

    func isClaimed(_ item: Item, at now: Instant) -> Bool {
        guard case .claimed(let until) = item.place else { return false }
        return switch defect {
        case .keepsClaims: true
        case .endsLeasesEarly: now < until.advanced(bySeconds: -1)
        default: now < until
        }
    }

    func isDelayed(_ item: Item, at now: Instant) -> Bool {
        if case .delayed(let until) = item.place { now < until } else { false }
    }
}
