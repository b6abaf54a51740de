public import Foundation

/// Where the package takes time from: the wall clock and a way to wait. Tests pass a virtual one.
public protocol TimeSource: Sendable {
    /// The wall-clock time.
    var now: Date { get }

    /// Waits for that long, or until the surrounding task is cancelled.
    ///
    /// - Throws: `CancellationError` when the task is cancelled, at once.
    func sleep(for duration: Duration) async throws
}

/// The machine's own clock.
public struct SystemTime: TimeSource {
    public init() {}
    public var now: Date { Date() }
    public func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
}

extension TimeSource where Self == SystemTime {
    public static var system: SystemTime { SystemTime() }
}
