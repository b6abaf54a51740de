import Foundation
import Testing

@testable import GitLabAPI

@Suite struct PendingAnswerTests {
    @Test("The pieces arrive as one body")
    func pieces() async throws {
        let answer = PendingAnswer(maximumBodyBytes: 6)
        answer.receive(Data("abc".utf8))
        answer.receive(Data("def".utf8))
        answer.succeed(status: 200, headers: ["A": "b"])
        let expected = HTTPResponse(status: 200, headers: ["A": "b"], body: Data("abcdef".utf8))
        #expect(try await answer.outcome().get() == expected)
    }

    @Test("Only what comes first counts", arguments: [0, 1, 2])
    func first(_ first: Int) async {
        let answer = PendingAnswer(maximumBodyBytes: 1)
        let steps: [() -> Void] = [
            { answer.succeed(status: 204, headers: [:]) }, { answer.fail(GitLabError(.cancelled)) },
            { answer.receive(Data(count: 2)) },
        ]
        for step in 0..<6 { steps[(first + step) % 3]() }
        switch await answer.outcome() {
        case .success(let response): #expect(first == 0 && response.status == 204)
        case .failure(let error): #expect(error.code == (first == 1 ? .cancelled : .responseTooLarge))
        }
    }

    @Test("Whoever waits already is told")
    func waiting() async throws {
        let answer = PendingAnswer(maximumBodyBytes: 1)
        async let outcome = answer.outcome()
        await Task.yield()
        answer.succeed(status: 200, headers: [:])
        #expect(try await outcome.get().status == 200)
    }
}
