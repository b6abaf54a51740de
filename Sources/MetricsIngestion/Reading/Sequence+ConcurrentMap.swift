extension Sequence where Element: Sendable, Self: Sendable {
    /// Transforms the elements, at most so many at a time; results in the order of the elements. The first error
    /// cancels what is under way and is thrown.
    func concurrentMap<Result: Sendable>(
        atOnce limit: Int, _ transform: @escaping @Sendable (Element) async throws -> Result
    ) async throws -> [Result] {
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var results: [Int: Result] = [:]
            for (index, element) in enumerated() {
                if index >= Swift.max(1, limit), let (finished, result) = try await group.next() {
                    results[finished] = result
                }
                group.addTask { (index, try await transform(element)) }
            }
            for try await (finished, result) in group { results[finished] = result }
            return results.keys.sorted().compactMap { results[$0] }
        }
    }
}
