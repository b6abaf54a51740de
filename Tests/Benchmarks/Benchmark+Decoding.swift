import Foundation
import GitLabAPI
import WireFormat

extension Benchmark {
    static let decoding = Benchmark(
        name: "decoding",
        title:
            "A page of 100 merge requests, against Foundation's JSONDecoder and its untyped JSONSerialization"
    ) {
        let page = try await SamplePage.mergeRequests(100)
        let megabytes = Double(page.count) / 1_000_000
        let rounds = 20
        let untyped = try fastest {
            for _ in 0..<rounds { _ = try JSONSerialization.jsonObject(with: page) }
        }
        let typed = try fastest {
            for _ in 0..<rounds { _ = try JSON.decode([MergeRequest].self, from: page) }
        }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            WireDate(try decoder.singleValueContainer().decode(String.self))?.date ?? .distantPast
        }
        let foundation = try fastest {
            for _ in 0..<rounds { _ = try decoder.decode([MergeRequest].self, from: page) }
        }
        return [
            Figure("page", Double(page.count) / 1000, "kB"),
            Figure("JSONSerialization", megabytes * Double(rounds) / untyped, "MB/s"),
            Figure(
                "[MergeRequest] by JSONDecoder", megabytes * Double(rounds) / foundation, "MB/s",
                ratio: untyped / foundation),
            Figure("[MergeRequest]", megabytes * Double(rounds) / typed, "MB/s", ratio: foundation / typed),
            Figure("merge requests", 100 * Double(rounds) / typed, "items/s"),
        ]
    }
}
