import MetricsCore
import Testing

@Suite("Trends")
struct TrendTests {
    @Test(
        "A series rises, falls or rests, whatever one odd bucket says",
        arguments: [
            ([1, 2, 3, 4, 5], Trend.Direction.rising), ([5, 4, 3, nil, 1], .falling),
            ([10, 10.1, 9.9, 10, 10.1], .level),
            ([1, 2, 3, 900, 5, 6, 7], .rising), ([0, 0, 0], .level), ([-1, -2, -3], .falling),
            ([0, 0, 0, 1, 2, 3, 4], .rising),
        ] as [([Double?], Trend.Direction)])
    func direction(_ numbers: [Double?], _ direction: Trend.Direction) throws {
        let trend = try #require(Trend(of: numbers))
        #expect(trend.direction == direction)
        #expect(trend.slope.isFinite)
    }

    @Test("Fewer than three numbers are no trend, and none is ever not a number")
    func few() throws {
        #expect(Trend(of: [1, nil, 2]) == nil)
        #expect(Trend(of: [nil, nil]) == nil)
        let trend = try #require(Trend(of: [.nan, 1, 2, .infinity, 3]))
        #expect(trend.direction == .rising && trend.slope.isFinite)
    }

    @Test("A line has its own slope, and changes by it over its length")
    func line() throws {
        let trend = try #require(Trend(of: (0..<9).map { 10 + 2 * Double($0) }))
        #expect(trend.slope == 2)
        #expect(trend.relativeChange == 16.0 / 18)
    }
}
