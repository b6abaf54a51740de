import Foundation
import Testing

/// Every Swift block of the documentation compiles: it stands, line by line, in an example or a test.
@Suite("Documentation")
struct DocumentationTests {
    struct Block: CustomStringConvertible, Sendable {
        let file: String
        let lines: [String]
        var description: String { "\(file): \(lines.first ?? "")" }
    }

    static func pages() throws -> [Repository.File] {
        try [Repository.file("README.md"), Repository.file("CHANGELOG.md")]
            + Repository.files(in: "Documentation", endingWith: ".md")
    }

    static func blocks() throws -> [Block] {
        try pages().flatMap { page in
            page.text.components(separatedBy: "```swift\n").dropFirst().map { part in
                Block(file: page.path, lines: significant(part.components(separatedBy: "```").first ?? ""))
            }
        }
    }

    static func significant(_ text: String) -> [String] {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    @Test("Every Swift block stands verbatim in Examples or Tests")
    func blocksCompile() throws {
        let compiled =
            try
            (Repository.files(in: "Examples", endingWith: ".swift")
            + Repository.files(in: "Tests", endingWith: ".swift")).map { Self.significant($0.text) }
        for block in try Self.blocks() {
            let found = compiled.contains { file in
                file.indices.contains { file[$0...].starts(with: block.lines) }
            }
            #expect(found, "\(block) is compiled nowhere")
        }
    }

    @Test("Every link between pages leads to a file")
    func linksLead() throws {
        for page in try Self.pages() {
            let folder = Repository.root.appending(path: page.path).deletingLastPathComponent()
            for match in page.text.matches(of: /\]\((?<target>[^)#:\s]+)(#[^)]*)?\)/) {
                let target = folder.appending(path: String(match.output.target))
                #expect(
                    FileManager.default.fileExists(atPath: target.path), "\(page): \(match.output.target)")
            }
        }
    }

    @Test("No page and no source speaks of one machine's folders")
    func noMachinePaths() throws {
        let files =
            try Self.pages() + Repository.files(in: "Sources", endingWith: ".swift")
            + Repository.files(in: "Examples", endingWith: ".swift")
        for file in files { #expect(file.text.firstMatch(of: /\/(work|tmp|root)\/\w/) == nil, "\(file)") }
    }
}
