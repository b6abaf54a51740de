public import Foundation
import WireFormat

extension AuditFile {
    /// Longer lines are not read: no entry is as long, and memory stays bounded.
    private static let longestLine = 65_536

    /// The files of an audit that exist now, those put aside included, oldest first.
    ///
    /// - Parameter file: the current one, as the writer was given it.
    public static func files(of file: URL) throws(AuditFileError) -> [URL] {
        do {
            return try ages(of: file).map { Self.file(file, age: $0) }
        } catch {
            throw AuditFileError(.read, file, error)
        }
    }

    /// How often each of the files that exist was put aside, oldest first.
    static func ages(of file: URL) throws -> [Int] {
        let folder = file.deletingLastPathComponent()
        let ages = try FileManager.default.contentsOfDirectory(atPath: folder.path).compactMap {
            name -> Int? in
            if name == file.lastPathComponent { return 0 }
            guard name.hasPrefix("\(file.lastPathComponent)."),
                let age = Int(name.dropFirst(file.lastPathComponent.count + 1)), age > 0
            else { return nil }
            return Self.file(file, age: age).lastPathComponent == name ? age : nil
        }
        return ages.sorted(by: >)
    }

    /// Reads one file in order.
    ///
    /// - Returns: how many lines are no entry, such as one torn by a crash; they are passed over.
    /// - Complexity: O(bytes), in constant memory.
    @discardableResult
    public static func read(
        _ file: URL, _ body: (AuditEntry) -> Void
    ) throws(AuditFileError) -> Int {
        var unreadable = 0
        var rest = Data()
        var isOverlong = false
        func take(_ line: Data) {
            defer { isOverlong = false }
            guard !isOverlong, line.count <= longestLine,
                let entry = try? JSON.decode(AuditEntry.self, from: line)
            else {
                unreadable += 1
                return
            }
            body(entry)
        }
        do {
            let handle = try FileHandle(forReadingFrom: file)
            defer { try? handle.close() }
            while let piece = try handle.read(upToCount: longestLine), !piece.isEmpty {
                var lines = piece.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                let last = lines.removeLast()
                for line in lines {
                    take(rest + line)
                    rest = Data()
                }
                rest += last
                if rest.count > longestLine {
                    isOverlong = true
                    rest = Data()
                }
            }
        } catch {
            throw AuditFileError(.read, file, error)
        }
        if isOverlong || !rest.isEmpty { take(rest) }
        return unreadable
    }

    /// The file that was put aside so many times; 0 for the current one.
    static func file(_ file: URL, age: Int) -> URL {
        guard age > 0 else { return file }
        return file.deletingLastPathComponent().appending(path: "\(file.lastPathComponent).\(age)")
    }
}
