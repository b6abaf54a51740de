/// How durations are measured.
public enum WorkTime: Codable, Hashable, Sendable {
    /// As time passes, nights and weekends included.
    case elapsed
    /// By one calendar for all.
    case working(WorkCalendar)
    /// By the calendar of whoever's the merge request is, or of his team, as the roster has it; by this one where it has
    /// none.
    case rostered(otherwise: WorkCalendar)
}

extension WorkTime: CustomStringConvertible {
    public var description: String {
        switch self {
        case .elapsed: "elapsed time"
        case .working(let calendar): "working time, \(calendar)"
        case .rostered(let calendar): "working time of the author, otherwise \(calendar)"
        }
    }
}
