import Foundation
import Testing

/// The rules of the house that a machine can check.
@Suite("House rules")
struct HouseRuleTests {
    @Test("No source file is longer than 300 lines", arguments: ["Sources", "Examples"])
    func filesAreShort(folder: String) throws {
        for file in try Repository.files(in: folder, endingWith: ".swift") {
            #expect(file.lines.count <= 300, "\(file) has \(file.lines.count) lines")
        }
    }

    @Test("Source files are named after their noun, never after a drawer")
    func noDrawers() throws {
        for file in try Repository.files(in: "Sources", endingWith: ".swift") {
            for drawer in [
                "Utils", "Utilities", "Helper", "Common", "Manager", "Impl", "DTO", "Misc", "Placeholder",
            ] {
                #expect(!file.name.contains(drawer), "\(file)")
            }
        }
    }

    @Test("What can trap stands only beside its proof")
    func trapsAreProven() throws {
        let risky =
            /\btry!|\bas!|\bfatalError\(|@unchecked Sendable|nonisolated\(unsafe\)|preconditionFailure\(/
        for file in try Repository.files(in: "Sources", endingWith: ".swift") {
            let lines = file.lines
            for (number, line) in lines.enumerated() where line.firstMatch(of: risky) != nil {
                guard !line.trimmingCharacters(in: .whitespaces).hasPrefix("//") else { continue }
                let above = lines[max(0, number - 4)..<number].joined(separator: "\n")
                #expect(above.contains("Proof:") || line.contains("Proof:"), "\(file):\(number + 1) \(line)")
            }
        }
    }

    @Test("The pure modules take no time, chance or environment from outside")
    func pureModulesArePure() throws {
        let ambient = /\bDate\(\)|Date\.now|\.random\(|SystemRandomNumberGenerator|ProcessInfo|Task\.sleep/
        for module in ["GitLabVocabulary", "WireFormat", "MetricsCore", "MetricsStorage", "MetricsReporting"]
        {
            for file in try Repository.files(in: "Sources/\(module)", endingWith: ".swift") {
                #expect(file.text.firstMatch(of: ambient) == nil, "\(file)")
            }
        }
    }

    @Test("Nothing decides about certificates but the system", arguments: ["Sources", "Examples"])
    func certificatesAreNeverTrustedByHand(folder: String) throws {
        let trusting =
            /\.serverTrust\b|URLCredential\(|\.useCredential\b|SecTrust|tlsMinimumSupportedProtocol|NSAllowsArbitraryLoads|SSL_VERIFY/
        for file in try Repository.files(in: folder, endingWith: ".swift") {
            #expect(file.text.firstMatch(of: trusting) == nil, "\(file)")
        }
    }

    @Test("Every test that the threat model names exists")
    func threatModelIsTested() throws {
        let tests = try Set(
            Repository.files(in: "Tests", endingWith: "Tests.swift").map { $0.name.dropLast(6) })
        let named = try Repository.file("Documentation/Security.md").lines.filter { $0.hasPrefix("| ") }
            .flatMap { $0.matches(of: /`(\w+Tests)`/).map(\.output.1) }
        #expect(named.count > 10)
        for name in named { #expect(tests.contains(name), "\(name)") }
    }

    @Test("No request for source code exists")
    func sourceCodeIsNeverRequested() throws {
        let forbidden = /\/(blobs?|raw|archive|diffs?|raw_diffs|changes|compare|trace|repository\/files)\b/
        for file in try Repository.files(in: "Sources/GitLabAPI/Resources", endingWith: "+Requests.swift") {
            for line in file.lines where !line.trimmingCharacters(in: .whitespaces).hasPrefix("//") {
                #expect(line.firstMatch(of: forbidden) == nil, "\(file): \(line)")
            }
        }
    }
}
