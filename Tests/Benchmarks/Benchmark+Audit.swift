import Foundation
import GitLabAPI
import GitLabVocabulary

extension Benchmark {
    static let audit = Benchmark(
        name: "audit", title: "An audit file, \(lines) lines (AUDIT_LINES), 8 files of 16 MiB, then read"
    ) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "audit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "audit.jsonl")
        let file = try AuditFile(path)
        try write(lines / 100, to: file)
        let before = Memory.resident
        let writing = try seconds { try write(lines, to: file) }
        let grown = Memory.resident - before
        var read = 0
        var unreadable = 0
        let reading = try seconds {
            for file in try AuditFile.files(of: path) {
                unreadable += try AuditFile.read(file) { _ in read += 1 }
            }
        }
        return [
            Figure("lines written", Double(lines) / writing, "lines/s"),
            Figure("memory grown while writing", grown / 1_000_000, "MB"),
            Figure("lines kept", Double(read), "lines"),
            Figure("lines kept that cannot be read", Double(unreadable), "lines"),
            Figure("lines read", Double(read) / reading, "lines/s"),
        ]
    }

    private static let lines =
        ProcessInfo.processInfo.environment["AUDIT_LINES"].flatMap { Int($0) } ?? 1_000_000

    private static func write(_ count: Int, to file: AuditFile) throws {
        for number in 0..<count {
            try file.record(
                AuditEntry(
                    date: Date(timeIntervalSince1970: 1_767_225_600 + Double(number) / 10), method: "GET",
                    route: "/projects/:id/merge_requests/:merge_request_iid/notes", project: 42, status: 200,
                    duration: .milliseconds(number % 900), bytesReceived: number % 90_000,
                    requestID: "01JGD4Z5Q8M7N6P5R4S3T2V1W0", credential: "metrics"))
        }
    }
}
