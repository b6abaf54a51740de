import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing

@Suite("AuditEntry")
struct AuditEntryTests {
    static func entry(_ random: inout SplitMix) -> AuditEntry {
        let isAnswered = Bool.random(using: &random)
        return AuditEntry(
            date: Date(
                timeIntervalSince1970: Double(Int.random(in: 0...4_000_000_000_000, using: &random)) / 1000),
            method: ["GET", "POST", "DELETE"].randomElement(using: &random) ?? "PUT",
            route: "/projects/:id/merge_requests/:merge_request_iid",
            project: Bool.random(using: &random) ? 42 : nil,
            status: isAnswered ? Int.random(in: 100...599, using: &random) : nil,
            failure: isAnswered ? nil : .timedOut,
            duration: .milliseconds(Int.random(in: 0...90_000, using: &random)),
            attempt: Int.random(in: 1...6, using: &random),
            bytesSent: Int.random(in: 0...9999, using: &random),
            bytesReceived: Int.random(in: 0...9_999_999, using: &random),
            requestID: isAnswered ? "01HX" : nil,
            credential: ["metrics", "a \"quoted\" größe\n", nil].randomElement(using: &random) ?? nil)
    }

    @Test("survives encoding, whatever the coder does with dates")
    func roundTrip() throws {
        var random = SplitMix(seed: 1)
        for _ in 0..<300 {
            let entry = Self.entry(&random)
            #expect(try JSONDecoder().decode(AuditEntry.self, from: JSONEncoder().encode(entry)) == entry)
        }
    }

    static let frozen = #"""
        {"v":1,"date":"2026-01-01T00:00:00.123Z","method":"GET","route":"/projects/:id","project":42,"status":200,
        "ms":87,"attempt":2,"sent":0,"received":8,"request_id":"01HX","credential":"metrics"}
        """#

    @Test("version 1 is read forever, another version is refused")
    func versions() throws {
        let entry = try JSONDecoder().decode(AuditEntry.self, from: Data(Self.frozen.utf8))
        #expect(
            entry
                == AuditEntry(
                    date: Date(timeIntervalSince1970: 1_767_225_600.123), method: "GET",
                    route: "/projects/:id",
                    project: 42, status: 200, duration: .milliseconds(87), attempt: 2, bytesReceived: 8,
                    requestID: "01HX", credential: "metrics"))
        let other = Self.frozen.replacing(#""v":1"#, with: #""v":2"#)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(AuditEntry.self, from: Data(other.utf8))
        }
    }
}
