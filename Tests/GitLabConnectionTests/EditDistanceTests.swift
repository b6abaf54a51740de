import Testing

@testable import GitLabConnection

@Suite("Edit distance") struct EditDistanceTests {
    private static let texts: [String] = {
        var random = Congruential(state: 7)
        return (0..<40).map { _ in
            String(
                (0..<Int.random(in: 0...9, using: &random)).map { _ in
                    "abc".randomElement(using: &random) ?? "a"
                })
        }
    }()

    /// Linear congruential (Knuth's MMIX constants): the same texts in every run.
    private struct Congruential: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    @Test("It is nought for equal texts only, the same both ways, and within the texts' lengths")
    func laws() {
        for left in Self.texts {
            for right in Self.texts {
                let distance = EditDistance(left, right).value
                #expect((distance == 0) == (left == right))
                #expect(distance == EditDistance(right, left).value)
                #expect(distance >= abs(left.count - right.count) && distance <= max(left.count, right.count))
                #expect(distance == EditDistance("x\(left)", "x\(right)").value)
            }
        }
    }

    @Test(
        "One slip of the finger is one",
        arguments: [
            ("billing", "biling"), ("billing", "billling"), ("billing", "bikling"), ("billing", "bililng"),
        ])
    func slips(right: String, wrong: String) {
        #expect(EditDistance(right, wrong).value == 1)
    }
}
