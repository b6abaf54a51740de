import MetricsCore

/// The entries of an inbox and whose turn it is. Every step costs O(log n) on average.
///
/// Heaps are not searched when something changes: a new element is added, and one that no longer tells the truth
/// is skipped when it comes up.
struct InboxQueue: Sendable {
    enum Place: Hashable, Sendable {
        case waiting
        case delayed(until: Instant)
        case claimed(until: Instant)
        case dead(reason: String, at: Instant)
    }

    struct Item: Sendable {
        var entry: InboxEntry
        var place = Place.waiting
        var attempts = 0
        /// The claim that may still be answered.
        var claim: InboxClaim.Token?

        /// When it may be claimed again by itself.
        var due: Instant? {
            switch place {
            case .delayed(let until), .claimed(let until): until
            case .waiting, .dead: nil
            }
        }
    }

    /// When an item's delay or lease ends.
    struct Alarm: Hashable, Comparable, Sendable {
        var instant: Instant
        var number: Int64

        static func < (lhs: Self, rhs: Self) -> Bool {
            (lhs.instant, lhs.number) < (rhs.instant, rhs.number)
        }
    }

    let limits: InboxLimits
    /// By number, in the order of arrival.
    var items: [Int64: Item] = [:]
    var numbers: [InboxEntry.ID: Int64] = [:]
    var dead: Set<InboxEntry.ID> = []
    var lanes: [InboxLane.Key: InboxLane] = [:]
    var turns = Heap<InboxLane.Turn>()
    var alarms = Heap<Alarm>()
    var counts = InboxCounts()
    private var memory = DeliveryMemory()
    private var size = 0
    private var lastNumber: Int64 = 0
    var lastToken: Int64 = 0

    init(limits: InboxLimits) { self.limits = limits }

    mutating func enqueue(_ entry: InboxEntry, at now: Instant) throws(StorageError) -> Bool {
        memory.forget(before: now)
        guard numbers[entry.id] == nil, !memory.contains(entry.id) else { return false }
        guard items.count < limits.entries, size + entry.bytes.count <= limits.bytes else {
            throw StorageError(.full, detail: "the inbox holds \(items.count) entries of \(size) bytes")
        }
        size += entry.bytes.count
        add(Item(entry: entry))
        return true
    }

    /// Puts an item behind all others.
    mutating func add(_ item: Item) {
        lastNumber += 1
        items[lastNumber] = item
        numbers[item.entry.id] = lastNumber
        counts.waiting += 1
        let key = InboxLane.Key(item.entry)
        lanes[key, default: InboxLane()].population += 1
        if let subject = item.entry.subject {
            lanes[key]?.subjects[subject, default: Line()].append(lastNumber)
            guard lanes[key]?.subjects[subject]?.first == lastNumber else { return }
        }
        offer(lastNumber, in: key)
    }

    /// Lets an entry whose turn it is be claimed.
    mutating func offer(_ number: Int64, in key: InboxLane.Key) {
        lanes[key]?.ready.insert(number)
        line(up: key)
    }

    /// Says when that lane's turn is now.
    mutating func line(up key: InboxLane.Key) {
        guard let lane = lanes[key], lane.ready.first != nil else { return }
        turns.insert(lane.turn(key))
        guard turns.count > 4 * lanes.count + 64 else { return }
        let lanes = lanes
        turns.keep { lanes[$0.lane]?.turn($0.lane) == $0 }
    }

    /// Takes an item out of its lane; the next of its subject may then be claimed.
    mutating func leaveLane(_ number: Int64) {
        guard let entry = items[number]?.entry else { return }
        let key = InboxLane.Key(entry)
        lanes[key]?.population -= 1
        guard lanes[key]?.population != 0 else {
            lanes[key] = nil
            return
        }
        guard let subject = entry.subject else { return }
        lanes[key]?.subjects[subject]?.popFirst()
        if let next = lanes[key]?.subjects[subject]?.first {
            offer(next, in: key)
        } else {
            lanes[key]?.subjects[subject] = nil
        }
    }

    /// Takes an item that has left its lane out of the inbox, and remembers its delivery.
    mutating func forget(_ number: Int64, at now: Instant) {
        guard let item = items.removeValue(forKey: number) else { return }
        numbers[item.entry.id] = nil
        size -= item.entry.bytes.count
        memory.forget(before: now)
        memory.remember(item.entry.id, within: limits, at: now)
    }
}
