import Foundation

/// The program's standard streams.
enum Terminal {
    /// Whether standard error is a terminal that understands being drawn over.
    static func isInteractive(environment: [String: String]) -> Bool {
        isatty(FileHandle.standardError.fileDescriptor) == 1 && environment["TERM"] != "dumb"
    }

    static func printError(_ text: String, terminator: String = "\n") {
        FileHandle.standardError.write(Data((text + terminator).utf8))
    }
}
