import Foundation

/// `swift run -c release Benchmarks [--json] [name …]`: measures and prints the figures, as a table or as JSON.
@main
struct Main {
    struct Result: Codable {
        var benchmark: String
        var title: String
        var figures: [Figure]
    }

    static func main() async throws {
        var names = Array(CommandLine.arguments.dropFirst())
        let asJSON = names.contains("--json")
        names.removeAll { $0 == "--json" }
        let chosen = names.isEmpty ? Benchmark.all : Benchmark.all.filter { names.contains($0.name) }
        guard !chosen.isEmpty else {
            print("Benchmarks: \(Benchmark.all.map(\.name).joined(separator: ", "))")
            exit(2)
        }
        var results: [Result] = []
        for benchmark in chosen {
            let result = Result(
                benchmark: benchmark.name, title: benchmark.title, figures: try await benchmark.run())
            if !asJSON { print(table(result)) }
            results.append(result)
        }
        if asJSON {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            print(String(decoding: try encoder.encode(results), as: UTF8.self))
        }
    }

    private static func table(_ result: Result) -> String {
        let width = result.figures.map(\.name.count).max() ?? 0
        let rows = result.figures.map { figure in
            let name = figure.name.padding(toLength: width, withPad: " ", startingAt: 0)
            let value = figure.value.formatted(
                .number.precision(.significantDigits(3...4)).locale(Locale(identifier: "en_US_POSIX")))
            let ratio = figure.ratio.map {
                "  (× \($0.formatted(.number.precision(.fractionLength(1)).locale(Locale(identifier: "en_US_POSIX")))))"
            }
            return "  \(name)  \(value) \(figure.unit)\(ratio ?? "")"
        }
        return (["\(result.benchmark): \(result.title)"] + rows).joined(separator: "\n") + "\n"
    }
}
