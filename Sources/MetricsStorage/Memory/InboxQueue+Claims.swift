import MetricsCore

extension InboxQueue {
    mutating func claim(upTo limit: Int, perProject: Int, lease: Int64, at now: Instant) -> [InboxClaim] {
        settle(at: now)
        var claims: [InboxClaim] = []
        while claims.count < limit, let turn = turns.first {
            guard let number = nextReady(at: turn) else {
                turns.popFirst()
                continue
            }
            guard turn.claims < perProject else { break }
            turns.popFirst()
            lanes[turn.lane]?.ready.popFirst()
            if let claim = claim(number, in: turn.lane, until: now.advanced(bySeconds: lease)) {
                claims.append(claim)
            }
            line(up: turn.lane)
        }
        return claims
    }

    /// The next entry of the lane whose turn this was said to be; `nil` if the turn no longer stands.
    private mutating func nextReady(at turn: InboxLane.Turn) -> Int64? {
        guard lanes[turn.lane]?.turn(turn.lane) == turn else { return nil }
        while let number = lanes[turn.lane]?.ready.first {
            if items[number]?.place == .waiting { return number }
            lanes[turn.lane]?.ready.popFirst()
        }
        return nil
    }

    private mutating func claim(
        _ number: Int64, in key: InboxLane.Key, until end: Instant
    ) -> InboxClaim? {
        guard var item = items[number] else { return nil }
        lastToken += 1
        let token = InboxClaim.Token(rawValue: lastToken)
        item.attempts += 1
        item.claim = token
        item.place = .claimed(until: end)
        items[number] = item
        counts.waiting -= 1
        counts.claimed += 1
        lanes[key]?.claims += 1
        lanes[key]?.served = lastToken
        ring(for: number, at: end)
        return InboxClaim(entry: item.entry, token: token, attempt: item.attempts, leaseEnd: end)
    }

    mutating func acknowledge(_ claim: InboxClaim, at now: Instant) -> Bool {
        guard let number = takeBack(claim) else { return false }
        counts.waiting -= 1
        leaveLane(number)
        forget(number, at: now)
        return true
    }

    mutating func fail(_ claim: InboxClaim, reason: String, retryAt: Instant?, at now: Instant) -> Bool {
        guard let number = takeBack(claim) else { return false }
        counts.waiting -= 1
        if let retryAt {
            counts.delayed += 1
            items[number]?.place = .delayed(until: retryAt)
            ring(for: number, at: retryAt)
        } else {
            counts.dead += 1
            items[number]?.place = .dead(reason: reason, at: now)
            dead.insert(claim.entry.id)
            leaveLane(number)
        }
        return true
    }

    mutating func release(_ claim: InboxClaim) -> Bool {
        guard let number = takeBack(claim), let item = items[number] else { return false }
        items[number]?.attempts -= 1
        offer(number, in: InboxLane.Key(item.entry))
        return true
    }

    /// Ends a claim that is still good; its entry waits, but is not offered yet.
    private mutating func takeBack(_ claim: InboxClaim) -> Int64? {
        guard let number = numbers[claim.entry.id], let item = items[number], item.claim == claim.token else {
            return nil
        }
        items[number]?.claim = nil
        if case .claimed = item.place { endLease(of: number, item) }
        return number
    }

    private mutating func endLease(of number: Int64, _ item: Item) {
        items[number]?.place = .waiting
        counts.claimed -= 1
        counts.waiting += 1
        let key = InboxLane.Key(item.entry)
        lanes[key]?.claims -= 1
        line(up: key)
    }

    /// Lets everything wait whose delay or lease is over.
    mutating func settle(at now: Instant) {
        while let alarm = alarms.first, alarm.instant <= now {
            alarms.popFirst()
            guard let item = items[alarm.number], item.due == alarm.instant else { continue }
            if case .claimed = item.place {
                endLease(of: alarm.number, item)
            } else {
                items[alarm.number]?.place = .waiting
                counts.delayed -= 1
                counts.waiting += 1
            }
            offer(alarm.number, in: InboxLane.Key(item.entry))
        }
    }

    mutating func nextDue(after now: Instant) -> Instant? {
        settle(at: now)
        while let alarm = alarms.first {
            if items[alarm.number]?.due == alarm.instant { return alarm.instant }
            alarms.popFirst()
        }
        return nil
    }

    private mutating func ring(for number: Int64, at instant: Instant) {
        alarms.insert(Alarm(instant: instant, number: number))
        guard alarms.count > 4 * (counts.claimed + counts.delayed) + 64 else { return }
        let items = items
        alarms.keep { items[$0.number]?.due == $0.instant }
    }
}
