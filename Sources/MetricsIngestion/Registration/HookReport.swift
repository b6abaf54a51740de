public import GitLabAPI

/// How something about hooks went at one owner. That it failed at one stops it at none.
public struct HookReport<Value: Sendable>: Sendable {
    public let owner: HookOwner
    public let result: Result<Value, IngestionError>

    /// `nil` where it failed.
    public var value: Value? { try? result.get() }

    /// `nil` where it went well.
    public var error: IngestionError? {
        if case .failure(let error) = result { error } else { nil }
    }

    /// Does it at each of the owners once, at most so many at a time; reports in their order.
    static func at(
        _ owners: [HookOwner], atOnce limit: Int,
        _ work: @escaping @Sendable (HookOwner) async throws(IngestionError) -> Value
    ) async -> [Self] {
        await withTaskGroup(of: Self.self) { group in
            var reports: [HookOwner: Self] = [:]
            var known: Set<HookOwner> = []
            var waiting = owners.filter { known.insert($0).inserted }.makeIterator()
            func start() {
                guard let owner = waiting.next() else { return }
                group.addTask { Self(owner: owner, result: await outcome(of: owner, work)) }
            }
            for _ in 0..<max(1, limit) { start() }
            while let report = await group.next() {
                reports[report.owner] = report
                start()
            }
            return owners.compactMap { reports.removeValue(forKey: $0) }
        }
    }

    private static func outcome(
        of owner: HookOwner, _ work: (HookOwner) async throws(IngestionError) -> Value
    ) async -> Result<Value, IngestionError> {
        do throws(IngestionError) {
            return .success(try await work(owner))
        } catch {
            return .failure(error)
        }
    }
}
