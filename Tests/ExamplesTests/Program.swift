import Foundation

/// An example as it was built beside the tests, run as its own process.
struct Program {
    struct Result {
        var exitCode: Int32
        var output: String
        var errors: String
    }

    let name: String

    /// Built products lie beside the test bundle.
    private var executable: URL {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let folder = bundle?.deletingLastPathComponent() ?? Bundle.main.bundleURL
        return folder.appending(path: name)
    }

    /// Runs to the end; the environment holds nothing but what is given.
    func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> Result {
        let (process, output, errors) = try start(arguments, environment: environment)
        async let text = Self.text(of: output)
        async let complaints = Self.text(of: errors)
        let result = await (text, complaints)
        // Both streams are at their end: the process is gone, or about to be.
        process.waitUntilExit()
        return Result(exitCode: process.terminationStatus, output: result.0, errors: result.1)
    }

    func start(
        _ arguments: [String], environment: [String: String] = [:]
    ) throws -> (process: Process, output: FileHandle, errors: FileHandle) {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = environment
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        return (process, output.fileHandleForReading, errors.fileHandleForReading)
    }

    /// What the process wrote first, as soon as it has.
    static func firstText(of handle: FileHandle) async -> String {
        await onThread { String(decoding: handle.availableData, as: UTF8.self) }
    }

    private static func text(of handle: FileHandle) async -> String {
        await onThread { String(decoding: (try? handle.readToEnd()) ?? Data(), as: UTF8.self) }
    }

    /// Waits on a thread of its own: a blocked thread of the concurrency pool could be the one that the server
    /// the process talks to needs.
    private static func onThread(_ work: @escaping @Sendable () -> String) async -> String {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: work()) }
        }
    }
}
