import Foundation
import GitLabAPI
import Testing

@Suite("AuditFile")
struct AuditFileTests {
    /// A folder of its own, removed at the end.
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "audit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func size(_ file: URL) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int)
    }

    private func attempts(in file: URL) throws -> [Int] {
        var attempts: [Int] = []
        for file in try AuditFile.files(of: file) { try AuditFile.read(file) { attempts.append($0.attempt) } }
        return attempts
    }

    @Test("100,000 lines: no file is too large, the newest stay in order, and each parses")
    func manyLines() throws {
        try withFolder { folder in
            let path = folder.appending(path: "audit.jsonl")
            let file = try AuditFile(path, configuration: .init(maximumBytes: 300_000, maximumFiles: 5))
            for number in 1...100_000 { try file.record(AuditLogTests.entry(number)) }
            let files = try AuditFile.files(of: path)
            #expect(
                files.map(\.lastPathComponent) == [4, 3, 2, 1].map { "audit.jsonl.\($0)" } + ["audit.jsonl"])
            var kept: [Int] = []
            for file in files {
                #expect(try size(file) <= 300_000)
                let mode =
                    try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
                #expect(mode == 0o600)
                #expect(try AuditFile.read(file) { kept.append($0.attempt) } == 0)
            }
            #expect(kept == Array((100_001 - kept.count)...100_000))
            #expect(kept.count > 9_000)
        }
    }

    @Test("files beyond a number that was lowered go when the next one is full; others' files stay")
    func fewerFiles() throws {
        try withFolder { folder in
            let path = folder.appending(path: "audit.jsonl")
            let many = try AuditFile(path, configuration: .init(maximumBytes: 1_000, maximumFiles: 8))
            for number in 1...100 { try many.record(AuditLogTests.entry(number)) }
            many.close()
            #expect(try AuditFile.files(of: path).count == 8)
            let others = ["audit.jsonl.gz", "audit.jsonl.1.gz", "audit.jsonl.old", "audit.jsonl.007"]
            for name in others { try Data().write(to: folder.appending(path: name)) }
            let few = try AuditFile(path, configuration: .init(maximumBytes: 1_000, maximumFiles: 2))
            for number in 101...120 { try few.record(AuditLogTests.entry(number)) }
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(Set(names) == Set(["audit.jsonl", "audit.jsonl.1"] + others))
            #expect(try attempts(in: path).last == 120)
        }
    }

    @Test("goes on with a file that is there, and takes it from others' eyes")
    func reopening() throws {
        try withFolder { folder in
            let path = folder.appending(path: "audit.jsonl")
            for number in 1...3 {
                let file = try AuditFile(path)
                try file.record(AuditLogTests.entry(number))
                file.close()
                try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path.path)
            }
            _ = try AuditFile(path)
            let mode = try FileManager.default.attributesOfItem(atPath: path.path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(try attempts(in: path) == [1, 2, 3])
        }
    }

    @Test("a torn last line is passed over, and the next entry has a line of its own")
    func tornLine() throws {
        try withFolder { folder in
            let path = folder.appending(path: "audit.jsonl")
            try AuditFile(path).record(AuditLogTests.entry(1))
            let whole = try Data(contentsOf: path)
            for cut in 1..<whole.count {
                try (whole + whole.prefix(cut)).write(to: path)
                // Without its line end alone, the second line is whole.
                let isWhole = cut == whole.count - 1
                #expect(try AuditFile.read(path) { _ in } == (isWhole ? 0 : 1))
                try AuditFile(path).record(AuditLogTests.entry(2))
                #expect(try attempts(in: path) == (isWhole ? [1, 1, 2] : [1, 2]))
            }
        }
    }

    @Test("lines that are no entries are counted, however long")
    func garbage() throws {
        try withFolder { folder in
            let path = folder.appending(path: "audit.jsonl")
            try AuditFile(path).record(AuditLogTests.entry(1))
            let line = try Data(contentsOf: path)
            let long = Data(repeating: 65, count: 300_000) + [10]
            let deep = Data(repeating: UInt8(ascii: "["), count: 60_000) + [10]
            try (long + line + Data("{}\n\n\u{0}\u{ff}\n".utf8) + deep + line + long.dropLast()).write(
                to: path)
            var count = 0
            #expect(try AuditFile.read(path) { _ in count += 1 } == 6)
            #expect(count == 2)
        }
    }

    @Test("with one file, a full one is begun anew; an entry larger than a file still has a line")
    func oneFile() throws {
        try withFolder { folder in
            let path = folder.appending(path: "audit.jsonl")
            let file = try AuditFile(path, configuration: .init(maximumBytes: 10, maximumFiles: 1))
            for number in 1...3 { try file.record(AuditLogTests.entry(number)) }
            #expect(try attempts(in: path) == [3])
            #expect(try AuditFile.files(of: path).count == 1)
        }
    }

    @Test("what cannot be opened, read or written after its end is a typed error")
    func failures() throws {
        try withFolder { folder in
            let missing = folder.appending(path: "missing/audit.jsonl")
            #expect(throws: AuditFileError.self) { try AuditFile(missing) }
            let error = try #require(throws: AuditFileError.self) { try AuditFile.read(missing) { _ in } }
            #expect(error.code == .read)
            #expect(error.file == "audit.jsonl")
            #expect(try #require(throws: AuditFileError.self) { try AuditFile(folder) }.code == .open)
            let file = try AuditFile(folder.appending(path: "audit.jsonl"))
            file.close()
            #expect(
                try #require(throws: AuditFileError.self) { try file.record(AuditLogTests.entry(1)) }.code
                    == .closed)
        }
    }

    @Test("a full file that cannot be put aside is told, and does not stop the next entry")
    func stuckRotation() throws {
        try withFolder { folder in
            let path = folder.appending(path: "audit.jsonl")
            let file = try AuditFile(path, configuration: .init(maximumBytes: 300, maximumFiles: 2))
            for number in 1...2 { try file.record(AuditLogTests.entry(number)) }
            try FileManager.default.removeItem(at: folder)
            var failures = 0
            for number in 3...6 {
                do { try file.record(AuditLogTests.entry(number)) } catch { failures += 1 }
            }
            #expect(failures > 0)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try file.record(AuditLogTests.entry(7))
            #expect(try attempts(in: path) == [7])
        }
    }

    @Test("entries from many threads are whole lines")
    func concurrent() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "audit-\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: path) }
        let audit = try AuditFile(path, configuration: .init(maximumBytes: 16_777_216, maximumFiles: 8))
        try await withThrowingTaskGroup { group in
            for worker in 0..<8 {
                group.addTask {
                    for number in 0..<100 { try audit.record(AuditLogTests.entry(worker * 100 + number)) }
                }
            }
            try await group.waitForAll()
        }
        var read: Set<Int> = []
        #expect(try AuditFile.read(path) { read.insert($0.attempt) } == 0)
        #expect(read == Set(0..<800))
    }
}
