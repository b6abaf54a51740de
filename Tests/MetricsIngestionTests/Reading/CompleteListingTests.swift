import GitLabAPI
import Synchronization
import Testing

@testable import MetricsIngestion

@Suite("Lists read by offset")
struct CompleteListingTests {
    /// Rows in order of their ids; some go and some come before each answer.
    final class ShrinkingList: Sendable {
        struct State {
            var rows: [Int]
            var requests = 0
            var random: SplitMix
            var unrest: Double
            /// When each row went, by the number of the request before which it did.
            var gone: [Int: Int] = [:]
            var came: [Int: Int] = [:]
        }

        let state: Mutex<State>
        let pageSize: Int

        init(seed: UInt64, rows: Int, pageSize: Int, unrest: Double) {
            self.pageSize = pageSize
            state = Mutex(State(rows: Array(0..<rows), random: SplitMix(seed: seed), unrest: unrest))
        }

        static func request(page: Int) -> Request<Page<Int>> { Request(path: "rows", query: ["page": page]) }

        @Sendable func send(_ request: Request<Page<Int>>) async throws(GitLabError)
            -> Reader.Answer<Page<Int>>
        {
            let page = Int(request.query?.split(separator: "=").last ?? "") ?? 1
            return state.withLock { state in
                state.requests += 1
                if Double.random(in: 0..<1, using: &state.random) < state.unrest {
                    if Bool.random(using: &state.random), !state.rows.isEmpty {
                        let index = Int.random(in: 0..<state.rows.count, using: &state.random)
                        state.gone[state.rows.remove(at: index)] = state.requests
                    } else {
                        let new = 10_000 + state.requests
                        state.rows.append(new)
                        state.came[new] = state.requests
                    }
                }
                let rows = state.rows.dropFirst((page - 1) * pageSize).prefix(pageSize)
                let next = state.rows.count > page * pageSize ? Self.request(page: page + 1) : nil
                return Reader.Answer(
                    value: Page(elements: Array(rows), next: next),
                    began: ReadStart(milliseconds: Int64(state.requests)))
            }
        }
    }

    @Test(
        "A listing that calls itself complete holds what was there all the time, and nothing gone before",
        arguments: 0..<300 as Range<UInt64>)
    func completeness(seed: UInt64) async throws {
        let list = ShrinkingList(
            seed: seed, rows: 23, pageSize: 5, unrest: seed.isMultiple(of: 3) ? 0.5 : 0.08)
        let listing = try await CompleteListing(
            first: ShrinkingList.request(page: 1), id: { (row: Int) in row }, send: list.send
        ).read()
        let state = list.state.withLock { $0 }
        #expect(Set(listing.rows).count == listing.rows.count)
        guard listing.isComplete else { return }
        let began = Int(listing.began.milliseconds)
        for row in state.rows where state.came[row, default: 0] <= began {
            #expect(listing.rows.contains(row))
        }
        for (row, request) in state.gone where request <= began { #expect(!listing.rows.contains(row)) }
    }

    @Test("One page is read once, several twice", arguments: [(0, 1), (5, 1), (6, 4), (23, 10)])
    func cost(rows: Int, requests: Int) async throws {
        let list = ShrinkingList(seed: 1, rows: rows, pageSize: 5, unrest: 0)
        let listing = try await CompleteListing(
            first: ShrinkingList.request(page: 1), id: { (row: Int) in row }, send: list.send
        ).read()
        #expect(listing.isComplete)
        #expect(listing.rows == Array(0..<rows))
        #expect(list.state.withLock { $0.requests } == requests)
    }

    @Test("A list that never rests is handed on as far as it was seen, and not called complete")
    func unrest() async throws {
        let list = ShrinkingList(seed: 4, rows: 60, pageSize: 5, unrest: 1)
        let listing = try await CompleteListing(
            first: ShrinkingList.request(page: 1), id: { (row: Int) in row }, send: list.send
        ).read()
        #expect(!listing.isComplete)
        #expect(listing.rows.count >= 40)
    }
}
