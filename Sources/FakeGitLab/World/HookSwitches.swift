/// What a hook is to hear of, by the names of GitLab's switches; those a hook's owner does not have say nothing.
///
/// ```swift
/// world.addHook("https://receiver.example", toProject: 1, switches: ["merge_requests_events", "note_events"])
/// ```
public struct HookSwitches: Hashable, Sendable, ExpressibleByArrayLiteral {
    /// `nil` for everything.
    private let names: Set<String>?

    public init(arrayLiteral names: String...) { self.names = Set(names) }

    private init(_ names: Set<String>?) { self.names = names }

    public static let all = Self(nil)
    /// What is on in new hooks.
    public static let pushes: Self = ["push_events"]

    func contains(_ name: String) -> Bool { names?.contains(name) ?? true }
}
