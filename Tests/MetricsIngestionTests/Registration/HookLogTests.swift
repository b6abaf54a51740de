import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing
import WireFormat

@testable import MetricsIngestion

@Suite("A hook's log")
struct HookLogTests {
    /// Newest first; each as id, key and status, `-` for none.
    private func log(_ lines: String...) throws -> HookLog {
        HookLog(
            entries: try lines.map { line in
                let parts = line.split(separator: " ").map(String.init)
                let key = parts[1] == "-" ? "" : #""Idempotency-Key": "\#(parts[1])","#
                let time = parts.count > 3 ? #""Webhook-Timestamp": "\#(parts[3])","# : ""
                let json =
                    #"{"id": \#(parts[0]), "response_status": "\#(parts[2])", "request_headers": {\#(key)\#(time)"A": "b"}}"#
                return try JSON.decode(HookEvent.self, from: Data(json.utf8))
            })
    }

    @Test("Lost is what arrived at no attempt, by its last one, oldest first")
    func lost() throws {
        let log = try log(
            "9 e 500", "8 a 200", "7 b 500", "6 c 404", "5 b internal_error", "4 a 500", "3 d 302", "2 - 500",
            "1 - 500")
        #expect(log.lost(except: []).map(\.id.rawValue) == [1, 2, 6, 7, 9])
        #expect(log.lost(except: ["b", "e"]).map(\.id.rawValue) == [1, 2, 6])
    }

    @Test("Failures in a row are counted on from those before the log")
    func failuresInARow() throws {
        let failing = try log("4 a 500", "3 b 500", "2 c 500", "1 d 200")
        #expect(failing.failuresInARow(after: 0) == (3, 3))
        #expect(failing.failuresInARow(after: 5) == (3, 5))
        let mended = try log("6 a 200", "5 b 500", "4 c 503", "3 d error", "2 e 410")
        #expect(mended.failuresInARow(after: 2) == (0, 6))
        #expect(try log().failuresInARow(after: 2) == (2, 2))
    }

    @Test("When the first failed is told only if it is of all")
    func firstFailure() throws {
        let all = try log("3 a 500 1768000300", "2 b 200 1768000000", "1 c 500 1768000200")
        #expect(all.firstFailure == Date(timeIntervalSince1970: 1_768_000_200))
        #expect(try log("2 a 500 1768000300", "1 c 500").firstFailure == nil)
        #expect(try log("2 a 200 1768000300").firstFailure == nil)
    }
}
