import Foundation

/// The program's standard streams.
package enum Terminal {
    /// Whether standard error is a terminal that understands being drawn over.
    package static func isInteractive(environment: [String: String]) -> Bool {
        isatty(FileHandle.standardError.fileDescriptor) == 1 && environment["TERM"] != "dumb"
    }

    /// Whether standard output is a terminal whose user wants colors (<https://no-color.org>).
    package static func showsColors(environment: [String: String]) -> Bool {
        isatty(FileHandle.standardOutput.fileDescriptor) == 1 && environment["TERM"] != "dumb"
            && (environment["NO_COLOR"] ?? "").isEmpty
    }

    /// Unbuffered, so that a program that started this one can read it at once.
    package static func printNow(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    package static func printError(_ text: String, terminator: String = "\n") {
        FileHandle.standardError.write(Data((text + terminator).utf8))
    }
}
