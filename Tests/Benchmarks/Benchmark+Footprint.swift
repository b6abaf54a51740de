import Foundation
import GitLabAPI
import MetricsCore
import MetricsIngestion
import MetricsStorage

extension Benchmark {
    static let footprint = Benchmark(
        name: "footprint",
        title: "memory of a backfill into a store that keeps nothing big, of an instance in another process"
    ) {
        // The smaller first: a process's peak never falls.
        let before = Memory.resident
        let small = try await Footprint.backfill(projects: 10, mergeRequestsPerProject: 100)
        let large = try await Footprint.backfill(projects: 50, mergeRequestsPerProject: 200)
        return [
            Figure("at rest", before / 1_000_000, "MB"),
            Figure("peak, 1,000 merge requests", small / 1_000_000, "MB"),
            Figure("peak, 10,000 merge requests", large / 1_000_000, "MB", ratio: small / large),
        ]
    }
}

/// A backfill whose memory is its own: the instance runs in another process, and what is read is let go.
enum Footprint {
    /// - Returns: the most this process held, in bytes.
    static func backfill(projects: Int, mergeRequestsPerProject: Int) async throws -> Double {
        let process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "fake-gitlab")
        process.arguments = [
            "--port", "0", "--projects", "\(projects)", "--merge-requests", "\(mergeRequestsPerProject)",
            "--days", "30",
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        defer { process.terminate() }
        let (url, token) = try announced(by: output.fileHandleForReading)
        let client = GitLabClient.standard(
            instance: try InstanceURL(url), credentials: StaticCredential(AccessToken(token)),
            transport: .init(rateLimiting: .init(requestsPerMinute: nil)))
        let storage = ForgetfulStorage()
        let outcome = try await Backfill(client: client, storage: storage, state: InMemoryStorage())
            .run(BackfillPlan(instance: "footprint", groups: ["acme"], days: 40, now: Date()))
        guard outcome.isCompleted else {
            throw GitLabError(.serverFault, detail: "the run is not complete")
        }
        return Memory.peak
    }

    /// What the program prints once it listens. Blocks until then: nothing else is to be done.
    private static func announced(by output: FileHandle) throws -> (url: String, token: String) {
        var text = ""
        while true {
            let data = output.availableData
            guard !data.isEmpty else { break }
            text += String(decoding: data, as: UTF8.self)
            let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let url = words.firstIndex(of: "URL"), let token = words.firstIndex(of: "Token"),
                words.indices.contains(token + 2)
            else { continue }
            return (words[url + 1], words[token + 1])
        }
        throw GitLabError(.unreachableRefused, detail: "build the product fake-gitlab first")
    }
}

/// Keeps what a backfill decides by, and lets everything else go.
private actor ForgetfulStorage: RecordStorage {
    private let kept = InMemoryStorage()

    func merge(_ records: RecordSet) async throws(StorageError) -> RecordChanges {
        var few = RecordSet()
        for records in records.projects.values {
            for row in records.project { few.insert(row) }
            for row in records.environments { few.insert(row) }
            for row in records.deployments { few.insert(row) }
        }
        return await kept.merge(few)
    }

    func records(matching query: RecordQuery) async throws(StorageError) -> RecordSet {
        await kept.records(matching: query)
    }

    func remove(matching query: RecordQuery, at now: Instant) async throws(StorageError) -> RecordChanges {
        await kept.remove(matching: query, at: now)
    }

    func projects() async throws(StorageError) -> Set<ProjectKey> { await kept.projects() }
}
