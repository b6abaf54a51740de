import Foundation
import GitLabAPI
import Synchronization
import Testing

@testable import MetricsIngestion

@Suite("Lists that move while they are read")
struct WatermarkReaderTests {
    struct Row: Codable, Hashable, Sendable {
        var id: Int
        var instant: Int64
    }

    /// A list sorted by its rows' instants, in which something may happen before every answer.
    final class MovingList: Sendable {
        struct State {
            var rows: [Int: Int64] = [:]
            var clock: Int64 = 10_000
            var random: SplitMix
            var requests = 0
            var moved: Set<Int> = []
            var isQuiet = false
        }

        let pageSize: Int
        let state: Mutex<State>

        init(seed: UInt64, rows count: Int, pageSize: Int) {
            self.pageSize = pageSize
            var random = SplitMix(seed: seed)
            var rows: [Int: Int64] = [:]
            // Few instants for many rows, so that runs are longer than pages.
            let instants = Int64.random(in: 1...Int64(max(2, count / 2)), using: &random)
            for id in 0..<count { rows[id] = Int64.random(in: 0..<instants, using: &random) * 10 }
            state = Mutex(State(rows: rows, random: random))
        }

        static func request(from instant: Int64, page: Int = 1) -> Request<Page<Row>> {
            Request(path: "rows", query: ["from": instant, "page": page])
        }

        @Sendable func send(
            _ request: Request<Page<Row>>
        ) async throws(GitLabError) -> Reader.Answer<Page<Row>> {
            let numbers = (request.query ?? "").split(separator: "&").map { part in
                Int64(part.split(separator: "=").last ?? "") ?? 0
            }
            return state.withLock { state in
                state.requests += 1
                let began = state.clock
                state.clock += 1
                if !state.isQuiet { Self.disturb(&state) }
                let rows = state.rows.filter { $0.value >= numbers[0] }
                    .map { Row(id: $0.key, instant: $0.value) }
                    .sorted { ($0.instant, $0.id) < ($1.instant, $1.id) }
                let page = Int(numbers[1])
                let slice = rows.dropFirst((page - 1) * pageSize).prefix(pageSize)
                let next =
                    rows.count > page * pageSize ? Self.request(from: numbers[0], page: page + 1) : nil
                return Reader.Answer(
                    value: Page(elements: Array(slice), next: next), began: ReadStart(milliseconds: began))
            }
        }

        private static func disturb(_ state: inout State) {
            // Work goes on for a while, not for ever.
            guard state.requests < 120 else { return }
            for _ in 0..<Int.random(in: 0...3, using: &state.random) {
                let id = state.rows.keys.sorted().randomElement(using: &state.random) ?? 0
                switch Int.random(in: 0..<6, using: &state.random) {
                case 0:
                    state.rows[id] = nil
                    state.moved.insert(id)
                case 1:
                    let new = (state.rows.keys.max() ?? 0) + 1_000 + state.requests
                    state.rows[new] = state.clock
                    state.moved.insert(new)
                case 2:
                    // One statement that touches many rows at once.
                    for id in state.rows.keys.sorted().prefix(7) {
                        state.rows[id] = state.clock
                        state.moved.insert(id)
                    }
                default:
                    state.rows[id] = state.clock
                    state.moved.insert(id)
                }
                state.clock += Int64.random(in: 0...2, using: &state.random)
            }
            state.clock += 1
        }
    }

    @Test(
        "Everything before the last watermark was handed on as it stands; what did not move, once",
        arguments: 0..<60 as Range<UInt64>, [1, 3, 10])
    func nothingIsLost(seed: UInt64, pageSize: Int) async throws {
        let list = MovingList(seed: seed, rows: 40, pageSize: pageSize)
        let reader = WatermarkReader<Row>(
            list: { MovingList.request(from: $0) }, instant: { $0.instant }, id: { $0.id }, send: list.send)
        var seen: [Row] = []
        var watermarks: [Int64] = []
        var ended = 0
        try await reader.read(from: 0) { batch in
            #expect(batch.rows.count <= pageSize)
            seen += batch.rows
            watermarks.append(batch.watermark)
            // A checkpoint may be saved now: nothing before it may be missing, whatever happened since.
            let rows = list.state.withLock { $0.rows }
            for (id, instant) in rows where instant < batch.watermark {
                #expect(seen.contains(Row(id: id, instant: instant)))
            }
            if batch.isLast { ended += 1 }
        }
        #expect(ended == 1)
        #expect(watermarks == watermarks.sorted())
        let (rows, moved) = list.state.withLock { ($0.rows, $0.moved) }
        for (id, instant) in rows where !moved.contains(id) {
            #expect(seen.filter { $0 == Row(id: id, instant: instant) }.count == 1)
        }
        #expect(Set(seen).count == seen.count)
    }

    @Test("A quiet list costs one request a page", arguments: [(0, 1), (1, 1), (10, 1), (11, 2), (95, 11)])
    func cost(rows: Int, requests: Int) async throws {
        let list = MovingList(seed: 1, rows: 0, pageSize: 10)
        list.state.withLock { state in
            state.isQuiet = true
            for id in 0..<rows { state.rows[id] = Int64(id) }
        }
        let reader = WatermarkReader<Row>(
            list: { MovingList.request(from: $0) }, instant: { $0.instant }, id: { $0.id }, send: list.send)
        var count = 0
        try await reader.read(from: 0) { count += $0.rows.count }
        #expect(count == rows)
        #expect(list.state.withLock { $0.requests } == requests)
    }
}
