import Foundation
import MetricsCore
import Testing

@Suite("The host's own tickets")
struct TicketPatternTests {
    private func scanner(_ expression: String) throws -> TicketScanner {
        TicketScanner(pattern: try TicketPattern(expression, tracker: "desk"))
    }

    @Test("What a pattern matches is found among the rest, in order of appearance")
    func order() throws {
        let keys = try scanner(#"CASE \d+"#).scan("ABC-1, CASE 22, #3, CASE 22", in: .title)
        #expect(keys.map(\.description) == ["jira:ABC-1", "desk:CASE 22", "gitlab_issue:#3"])
    }

    @Test("Its first group is the key, if it has one")
    func group() throws {
        let mentions = try scanner(#"(?i)case[- ](\d+)"#).mentions(
            in: "Fixes: case-7, Case 8 ünd", of: .title)
        #expect(
            mentions == [
                TicketMention(TicketKey("desk", "7"), isClosing: true), TicketMention(TicketKey("desk", "8")),
            ])
    }

    @Test("It reads no code of descriptions, and texts without digits too")
    func text() throws {
        let scanner = try scanner("SOS")
        #expect(scanner.scan("`SOS`", in: .description) == [])
        #expect(scanner.scan("SOS", in: .description) == [TicketKey("desk", "SOS")])
    }

    @Test("What is no regular expression is refused", arguments: ["(", "[a", "*", "a{2,1}"])
    func invalid(expression: String) throws {
        let error = #expect(throws: TicketPatternError.self) {
            try TicketPattern(expression, tracker: "desk")
        }
        #expect(error?.expression == expression)
        let settings = Data(#"{"pattern": {"tracker": "desk", "expression": "("}}"#.utf8)
        #expect(throws: TicketPatternError.self) {
            try JSONDecoder().decode(TicketScanner.self, from: settings)
        }
    }

    @Test("One that would take for ever is given up", arguments: ["(a+)+$", "(a|aa)+$", "(.*)*x"])
    func catastrophe(expression: String) throws {
        let text = String(repeating: "a", count: 200) + "b"
        #expect(try scanner(expression).scan(text, in: .title).count <= 1)
    }

    @Test("It looks at the first 8192 bytes, and takes nothing empty or longer than 100")
    func limits() throws {
        let far = String(repeating: " ", count: TicketPattern.textLimit - 3) + "CASE"
        #expect(try scanner("CASE").scan(far, in: .title) == [])
        #expect(try scanner("CASE").scan(String(far.dropFirst()), in: .title) == [TicketKey("desk", "CASE")])
        #expect(try scanner("a*").scan("b", in: .title) == [])
        #expect(try scanner("a*").scan(String(repeating: "a", count: 101), in: .title) == [])
    }

    @Test("A scanner is read again as it was written, and what is missing is standard")
    func codable() throws {
        var scanner = try scanner(#"CASE \d+"#)
        scanner.prefixes = [.jira: ["ABC"]]
        scanner.linkTemplates = [.jira: "https://jira.example.com/browse/{key}"]
        scanner.stopList.insert("LIB")
        let data = try JSONEncoder().encode(scanner)
        #expect(try JSONDecoder().decode(TicketScanner.self, from: data) == scanner)
        #expect(try JSONDecoder().decode(TicketScanner.self, from: Data("{}".utf8)) == .standard)
        let settings = Data(#"{"trackers": ["jira"], "prefixes": {"jira": ["OPS"]}}"#.utf8)
        let read = try JSONDecoder().decode(TicketScanner.self, from: settings)
        #expect(read == TicketScanner(trackers: [.jira], prefixes: [.jira: ["OPS"]]))
    }
}
