import Foundation
import Testing
import WebhookModels

@Suite("Bodies that mean harm, or were harmed")
struct HostileBodyTests {
    /// 10,000 bodies, or more if the environment variable `TEST_SEEDS` says so.
    static let batches: [Range<UInt64>] = {
        let wanted = ProcessInfo.processInfo.environment["TEST_SEEDS"].flatMap(UInt64.init) ?? 0
        let count = max(wanted, 10_000)
        return stride(from: 0, to: count, by: 250).map { $0..<min($0 + 250, count) }
    }()

    @Test(
        "a spoilt body is an event that survives rest, or a refusal that tells nothing of it",
        arguments: batches)
    func isEventOrRefusal(seeds: Range<UInt64>) throws {
        for seed in seeds {
            let sample = SampleBody.all[Int(seed) % SampleBody.all.count]
            var mutator = BodyMutator(seed: seed)
            let body = mutator.mutated(sample.data)
            do throws(WebhookError) {
                let event = try WebhookEvent(body: body, header: sample.header)
                let again = try WebhookEvent(atRest: try event.atRest(keepingUnrecognized: true))
                #expect(again == event.withoutTexts, "seed \(seed)")
            } catch {
                #expect(error.status == 400 || error.status == 422, "seed \(seed): \(error)")
                #expect(!"\(error)".contains("CANARY"), "seed \(seed)")
            }
        }
    }

    @Test(
        "brackets without end are refused before they are parsed",
        arguments: ["[", #"{"a":"#, #"{"object_kind":"push","project":["#])
    func depth(unit: String) {
        let body = Data(String(repeating: unit, count: 100_000).utf8)
        #expect(refusal(of: body) == .tooDeep)
    }

    @Test(
        "what is no JSON object is refused as malformed",
        arguments: ["", " ", "{", "nonsense", "[]", "null", "7", #""push""#, "{]", "\u{FEFF}", #"{"a":1}{"#])
    func noObject(body: String) {
        #expect(refusal(of: Data(body.utf8)) == .malformedBody)
    }

    @Test(
        "other encodings than UTF-8 are refused", arguments: [String.Encoding.utf16, .utf32, .utf16BigEndian])
    func encodings(encoding: String.Encoding) throws {
        let body = try #require(SampleBody.named("push").text.data(using: encoding))
        #expect(refusal(of: body) == .malformedBody)
    }

    @Test("a byte order mark does no harm")
    func byteOrderMark() throws {
        let sample = SampleBody.named("push")
        #expect(
            try WebhookEvent(body: Data([0xEF, 0xBB, 0xBF]) + sample.data, header: sample.header)
                == sample.event())
    }

    @Test("a body within the limits, but full of one thing, is read in the end")
    func large() throws {
        let label = #"{"title":"x"},"#
        let labels = String(repeating: label, count: 20_000).dropLast()
        let body = SampleBody.named("merge_request update").text
            .replacing(#""labels": ["#, with: #""labels": [\#(labels),"#)
        guard case .mergeRequest(let event) = try event(body) else {
            Issue.record("another kind")
            return
        }
        #expect((event.labels?.count ?? 0) == 20_001)
    }

    @Test("a list is given up at its first unreadable element, however many there are")
    func unreadableList() throws {
        let numbers = String(repeating: "7,", count: 500_000)
        let body = SampleBody.named("push").text.replacing(
            #""commits": ["#, with: #""commits": [\#(numbers)"#)
        guard case .push(let event) = try event(body) else {
            Issue.record("another kind")
            return
        }
        #expect(event.commits.isEmpty && !event.isComplete)
    }

    private func refusal(of body: Data) -> WebhookError.Code? {
        do throws(WebhookError) {
            _ = try WebhookEvent(body: body, header: nil)
            return nil
        } catch {
            return error.code
        }
    }
}
