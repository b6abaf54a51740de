public import Foundation
import Synchronization
import WireFormat

/// Audit entries in a file, one JSON object a line, appended as they come.
///
/// A line is handed to the system whole before `record` returns: a process that dies loses no entry it recorded, a
/// machine that loses power may. When a file is full it is renamed: `audit.jsonl` becomes `audit.jsonl.1`, that
/// `.2`, and the oldest goes. The files are readable by their owner alone (mode 0600). Memory does not grow with
/// what was written.
///
/// One `AuditFile` writes to a path; nobody else may rename or write it meanwhile.
public final class AuditFile: AuditSink {
    public struct Configuration: Hashable, Sendable {
        /// How many bytes a file has at most, unless a single entry is longer; 16 MiB by default.
        public var maximumBytes: Int
        /// How many files there are at most, the current one included; 8 by default, at least 1.
        public var maximumFiles: Int

        public init(maximumBytes: Int = 16_777_216, maximumFiles: Int = 8) {
            self.maximumBytes = maximumBytes
            self.maximumFiles = maximumFiles
        }
    }

    private struct State {
        /// `nil` after a failure, until the next entry opens the file again.
        var handle: FileHandle?
        var bytes = 0
        var isClosed = false
    }

    public let file: URL
    private let configuration: Configuration
    private let state: Mutex<State>

    /// Opens the file, or makes it, in a folder that exists. A line that a crash has torn is ended, so that the
    /// next entry has a line of its own.
    public init(_ file: URL, configuration: Configuration = Configuration()) throws(AuditFileError) {
        self.file = file
        self.configuration = configuration
        let (handle, bytes) = try Self.open(file)
        state = Mutex(State(handle: handle, bytes: bytes))
    }

    deinit { close() }

    /// Appends one line.
    ///
    /// - Complexity: O(1), and O(names in the folder) when a file is full.
    public func record(_ entry: AuditEntry) throws(AuditFileError) {
        let line: Data
        do {
            line = try JSON.encode(entry) + [UInt8(ascii: "\n")]
        } catch {
            throw AuditFileError(.write, file, error)
        }
        try state.withLock { (state) throws(AuditFileError) in
            guard !state.isClosed else { throw AuditFileError(.closed, file) }
            if state.bytes > 0, line.count > configuration.maximumBytes - state.bytes { try rotate(&state) }
            try append(line, &state)
        }
    }

    /// Closes the file; `record` throws `.closed` from then on.
    public func close() {
        state.withLock { state in
            try? state.handle?.close()
            state = State(isClosed: true)
        }
    }

    private func append(_ line: Data, _ state: inout State) throws(AuditFileError) {
        let handle: FileHandle
        if let open = state.handle {
            handle = open
        } else {
            (handle, state.bytes) = try Self.open(file)
            state.handle = handle
        }
        do {
            try handle.write(contentsOf: line)
            state.bytes += line.count
        } catch {
            do {
                try handle.truncate(atOffset: UInt64(state.bytes))
            } catch {
                state.handle = nil
            }
            throw AuditFileError(.write, file, error)
        }
    }

    private func rotate(_ state: inout State) throws(AuditFileError) {
        do {
            try state.handle?.close()
            state = State()
            let files = FileManager.default
            for age in try Self.ages(of: file) {
                let source = Self.file(file, age: age)
                if age >= configuration.maximumFiles - 1 {
                    try files.removeItem(at: source)
                } else {
                    try files.moveItem(at: source, to: Self.file(file, age: age + 1))
                }
            }
        } catch {
            throw AuditFileError(.rotate, file, error)
        }
    }

    private static func open(_ file: URL) throws(AuditFileError) -> (FileHandle, bytes: Int) {
        let files = FileManager.default
        let mode: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        do {
            // Empty until its mode is set: whoever is faster sees nothing.
            guard
                files.fileExists(atPath: file.path)
                    || files.createFile(atPath: file.path, contents: nil, attributes: mode)
            else { throw CocoaError(.fileWriteUnknown) }
            try files.setAttributes(mode, ofItemAtPath: file.path)
            let handle = try FileHandle(forUpdating: file)
            let end = try handle.seekToEnd()
            guard end > 0 else { return (handle, 0) }
            try handle.seek(toOffset: end - 1)
            guard try handle.read(upToCount: 1) != Data([UInt8(ascii: "\n")]) else {
                return (handle, Int(end))
            }
            try handle.write(contentsOf: Data([UInt8(ascii: "\n")]))
            return (handle, Int(end) + 1)
        } catch {
            throw AuditFileError(.open, file, error)
        }
    }
}
