import FakeGitLab

/// A role as the page names it, and the next smaller one.
enum SurfaceRole: String, CaseIterable, Sendable {
    case any, guest = "Guest", planner = "Planner", reporter = "Reporter", developer = "Developer"
    case maintainer = "Maintainer", owner = "Owner", administrator = "Administrator"

    /// What its holder is in the group; `nil` for no member.
    var access: AccessLevel? {
        switch self {
        case .any, .administrator: nil
        case .guest: .guest
        case .planner: .planner
        case .reporter: .reporter
        case .developer: .developer
        case .maintainer: .maintainer
        case .owner: .owner
        }
    }

    /// `nil` where every user will do.
    var nextSmaller: SurfaceRole? {
        Self.allCases.firstIndex(of: self).flatMap { $0 > 0 ? Self.allCases[$0 - 1] : nil }
    }
}
