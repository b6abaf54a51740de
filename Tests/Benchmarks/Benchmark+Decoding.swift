import Foundation
import GitLabAPI
import WireFormat

extension Benchmark {
    static let decoding = Benchmark(
        name: "decoding",
        title: "A page of 100 merge requests, against Foundation's untyped JSONSerialization"
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
        return [
            Figure("page", Double(page.count) / 1000, "kB"),
            Figure("JSONSerialization", megabytes * Double(rounds) / untyped, "MB/s"),
            Figure("[MergeRequest]", megabytes * Double(rounds) / typed, "MB/s", ratio: untyped / typed),
            Figure("merge requests", 100 * Double(rounds) / typed, "items/s"),
        ]
    }
}
