/// Measures samples by the calendars that a definition names; elapsed time needs none.
struct SampleClock {
    private let otherwise: WorkCalendar
    private let roster: Roster?
    private let instance: InstanceID
    private var clocks: [WorkCalendar: WorkClock] = [:]

    /// `nil` for elapsed time.
    init?(_ time: WorkTime, roster: Roster, instance: InstanceID) {
        switch time {
        case .elapsed: return nil
        case .working(let calendar): (otherwise, self.roster) = (calendar, nil)
        case .rostered(let calendar): (otherwise, self.roster) = (calendar, roster)
        }
        self.instance = instance
    }

    /// Working seconds between two instants less than 136 years apart.
    ///
    /// - Parameter owner: whose calendar counts, as of the end; 0 for nobody's.
    mutating func seconds(from start: Instant, to end: Instant, of owner: Int64) -> UInt32 {
        var calendar = otherwise
        if let roster, owner != 0,
            let person = roster.person(of: Account(id: owner, username: ""), in: instance)
        {
            calendar = roster.calendar(of: person.id, at: end) ?? otherwise
        }
        return UInt32(
            clamping: clocks[calendar, default: WorkClock(calendar)].seconds(from: start, to: end))
    }
}
