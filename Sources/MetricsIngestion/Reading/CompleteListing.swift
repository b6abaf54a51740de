import GitLabAPI

/// Reads a list that can only be read by offset, and says whether it is sure to have seen all of it.
///
/// One page is read in one go. Several are read again until two passes in a row show the same rows.
struct CompleteListing<Row: Sendable, ID: Hashable & Sendable>: Sendable {
    let first: Request<Page<Row>>
    let id: @Sendable (Row) -> ID
    let send: @Sendable (Request<Page<Row>>) async throws(GitLabError) -> Reader.Answer<Page<Row>>

    struct Result: Sendable {
        /// Each row once. When `isComplete` is false, all that were seen in any pass.
        var rows: [Row]
        /// When the earlier of the passes that agree began.
        var began: ReadStart
        /// Whether these are all rows, so that absence from them is a fact.
        var isComplete: Bool
        /// How many rows could not be understood.
        var skipped: Int
    }

    private struct Pass {
        var rows: [ID: Row] = [:]
        var order: [ID] = []
        var began: ReadStart
        var pages = 0
        var skipped = 0

        mutating func add(_ row: Row, _ id: ID) {
            if rows.updateValue(row, forKey: id) == nil { order.append(id) }
        }

        mutating func add(_ later: Pass) {
            for id in later.order { if let row = later.rows[id] { add(row, id) } }
            skipped = max(skipped, later.skipped)
        }
    }

    func read() async throws(GitLabError) -> Result {
        var before = try await pass()
        if before.pages == 1 { return result(before, isComplete: true) }
        var seen = before
        for _ in 2...Self.passes {
            let now = try await pass()
            seen.add(now)
            if Set(now.order) == Set(before.order) {
                var agreed = now
                agreed.began = before.began
                return result(agreed, isComplete: true)
            }
            before = now
        }
        return result(seen, isComplete: false)
    }

    private func result(_ pass: Pass, isComplete: Bool) -> Result {
        Result(
            rows: pass.order.compactMap { pass.rows[$0] }, began: pass.began,
            isComplete: isComplete && pass.skipped == 0, skipped: pass.skipped)
    }

    private func pass() async throws(GitLabError) -> Pass {
        var answer = try await send(first)
        var pass = Pass(began: answer.began)
        while true {
            pass.pages += 1
            pass.skipped += answer.value.skipped.count
            for row in answer.value.elements { pass.add(row, id(row)) }
            guard let next = answer.value.next else { return pass }
            answer = try await send(next)
        }
    }

    private static var passes: Int { 5 }
}
