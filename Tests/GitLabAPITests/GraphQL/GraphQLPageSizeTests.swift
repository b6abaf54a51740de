import Foundation
import Testing

@testable import GitLabAPI

@Suite("How large a page GraphQL is asked for")
struct GraphQLPageSizeTests {
    private func complexity(_ rows: Int, base: Double = 132, limit: Int = 250) throws -> QueryComplexity {
        let score = Int((base * (1 + 0.01 * Double(rows))).rounded())
        return try scored(score: score, limit: limit)
    }

    private func scored(score: Int, limit: Int) throws -> QueryComplexity {
        try JSONDecoder().decode(
            QueryComplexity.self, from: Data(#"{"score": \#(score), "limit": \#(limit)}"#.utf8))
    }

    @Test("A failure halves it, down to ten, where it gives up")
    func halves() {
        var size = GraphQLPageSize(80)
        var seen = [size.rows]
        while size.shrink(from: size.rows) { seen.append(size.rows) }
        #expect(seen == [80, 40, 20, 10])
    }

    @Test("A late failure of a larger page does not shrink a size that is small already")
    func lateFailure() {
        var size = GraphQLPageSize(80)
        let outcomes = [size.shrink(from: 80), size.shrink(from: 80)]
        #expect(outcomes == [true, true])
        #expect(size.rows == 40)
    }

    @Test("After failures it grows again, a little at a time, but never to the size that failed")
    func growsAgain() throws {
        var size = GraphQLPageSize(64)
        _ = size.shrink(from: 64)
        var before = size.rows
        for _ in 1...100 {
            size.succeed(size.rows, nil)
            #expect(size.rows >= before)
            #expect(size.rows - before <= max(5, before / 4))
            before = size.rows
        }
        #expect(size.rows == 63)
    }

    @Test("It never asks for what the score says is too much", arguments: [40.0, 90, 132, 170, 200, 225])
    func staysWithinLimit(base: Double) throws {
        var size = GraphQLPageSize(10)
        for _ in 1...100 {
            let answered = try complexity(size.rows, base: base)
            size.succeed(size.rows, answered)
            #expect(
                try complexity(size.rows, base: base).score <= 250 || size.rows == GraphQLPageSize.smallest)
        }
        let next = Double(size.rows + 15)
        #expect(size.rows == 100 || base * (1 + next / 100) > 237 || size.rows == 10)
    }
}
