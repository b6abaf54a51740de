import MetricsCore
import MetricsStorage

extension Benchmark {
    static let merging = Benchmark(
        name: "merging", title: "In-memory store, merge requests in batches of 100"
    ) {
        let projects = 50
        let perProject = 10_000
        let total = Double(projects * perProject)
        let batches: [RecordSet] = (0..<projects).flatMap { project in
            let key = SampleRecords.project(project)
            return stride(from: 0, to: perProject, by: 100).map { start in
                RecordSet((start..<start + 100).map { SampleRecords.mergeRequest($0, in: key) })
            }
        }
        let storage = InMemoryStorage()
        let before = Memory.resident
        let first = await seconds { for batch in batches { await storage.merge(batch) } }
        let grown = Memory.resident - before
        let again = await seconds { for batch in batches { await storage.merge(batch) } }
        let everything = await seconds { _ = await storage.records(matching: .all) }
        let month =
            SampleRecords.start.advanced(
                bySeconds: 5 * 86_400)..<SampleRecords.start.advanced(
                bySeconds: 35 * 86_400)
        let activity = await seconds {
            _ = await storage.records(matching: RecordQuery(activity: month))
        }
        return [
            Figure("records merged first", total / first, "records/s"),
            Figure("the same merged again", total / again, "records/s"),
            Figure("memory", grown / total, "bytes/record"),
            Figure("reading all \(Int(total))", everything * 1000, "ms"),
            Figure("reading 30 days of \(Int(total))", activity * 1000, "ms"),
        ]
    }
}
