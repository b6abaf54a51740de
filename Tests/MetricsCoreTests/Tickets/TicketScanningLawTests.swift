import Foundation
import MetricsCore
import Testing

@Suite("Laws of scanning")
struct TicketScanningLawTests {
    /// Pieces of texts that mean something to the scanner, and some that do not.
    private static let pieces = [
        "ABC-1", "abc-2", "OPS-34", "UTF-8", "#5", "##", "!6", "group/app#7", "a/b!8", "AB#9", "Closes",
        "fixes:", "and", ",",
        " ", "  ", "\n", "\n\n", "`", "```", "``", "~~~", "<!--", "-->", "https://", "http://x",
        "/-/issues/3", "/browse/",
        "linear.app/", "notion.so/", "0123456789abcdef0123456789abcdef", "@", "&#39;", "\\", "[", "](", ")",
        ".", "-", "_", "/",
        "é", "修", "\u{301}", "👩‍👩‍👧", "\u{0}", "\r\n", "issue ", "See merge request ", "12", "0", "color: ",
    ]

    private static func text(_ random: inout PseudoRandom) -> String {
        (0..<Int.random(in: 0...30, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
            .joined()
    }

    @Test("Any bytes and any characters can be scanned", arguments: seeds)
    func anything(seed: UInt64) {
        var random = PseudoRandom(seed: seed)
        for context in TicketSource.allCases {
            let bytes = (0..<300).map { _ in UInt8.random(in: 0...255, using: &random) }
            _ = TicketScanner.standard.scan(String(decoding: bytes, as: UTF8.self), in: .init(context))
            let ascii = (0..<300).map { _ in UInt8.random(in: 0x20...0x7E, using: &random) }
            _ = TicketScanner.standard.scan(String(decoding: ascii, as: UTF8.self), in: .init(context))
            _ = TicketScanner.standard.scan(Self.text(&random), in: .init(context))
        }
    }

    @Test("A key stands in its text, case aside, and is found once", arguments: seeds)
    func substrings(seed: UInt64) {
        var random = PseudoRandom(seed: seed)
        for _ in 0..<20 {
            let text = Self.text(&random)
            for context in TicketSource.allCases {
                let keys = TicketScanner.standard.scan(text, in: .init(context))
                #expect(Set(keys).count == keys.count)
                for key in keys where key.host == nil {
                    #expect(text.lowercased().contains(key.reference.lowercased()), "\(key) in \(text)")
                }
            }
        }
    }

    @Test("Two texts one after the other name what both name", arguments: seeds)
    func union(seed: UInt64) {
        var random = PseudoRandom(seed: seed)
        for _ in 0..<20 {
            let (first, second) = (Self.text(&random), Self.text(&random))
            for context in [TicketContext.title, .commitMessage] {
                func mentions(_ text: String) -> [TicketMention] {
                    TicketScanner.standard.mentions(in: text, of: context)
                }
                let both = mentions(first) + mentions(second)
                let closing = Set(both.filter(\.isClosing).map(\.ticket))
                let together = mentions(first + "\n;\n" + second)
                #expect(Set(together.map(\.ticket)) == Set(both.map(\.ticket)))
                #expect(Set(together.filter(\.isClosing).map(\.ticket)) == closing)
            }
        }
    }

    @Test("A description without code says what a message of the same words says", arguments: seeds)
    func withoutCode(seed: UInt64) {
        var random = PseudoRandom(seed: seed)
        let text = Self.text(&random).filter { !"`~<".contains($0) }
        #expect(
            TicketScanner.standard.mentions(in: text, of: .description)
                == TicketScanner.standard.mentions(in: text, of: .commitMessage))
    }

    /// Each would take minutes if any place were looked at again from every other.
    @Test(
        "Texts written against the scanner take linear time", .timeLimit(.minutes(1)),
        arguments: [
            "a", "A_", "A-", "AB-1", "#", "!1", "a/", "a/#1", "close ", "close issue ", "Closes #1, ",
            "` `` ", "```\n", "~~~\n> ",
            "<!--", "<!", "https://a/-/", "https:// ", "http://x?=&", "notion.so/a-", "é", "\\`", " ", "1",
            "color: #333",
        ])
    func linear(piece: String) {
        let text = String(repeating: piece, count: 65_536 / piece.utf8.count)
        #expect(TicketScanner.standard.scan(text, in: .description).count < 10)
    }

    @Test("So does a megabyte of all of it", .timeLimit(.minutes(1)))
    func megabyte() {
        var random = PseudoRandom(seed: 1)
        var text = ""
        while text.utf8.count < 1_048_576 { text += Self.pieces.randomElement(using: &random) ?? "" }
        #expect(TicketScanner.standard.scan(text, in: .commitMessage).count > 10)
    }

    @Test("Runs of backticks of all lengths take linear time too", .timeLimit(.minutes(1)))
    func backticks() {
        let text = (1...1400).map { String(repeating: "`", count: $0) }.joined(separator: " ")
        #expect(
            TicketScanner.standard.scan(text + " #1", in: .description) == [TicketKey(.gitLabIssue, "#1")])
    }
}
