package import Foundation

/// Reads a command line option by option; values follow as the next word or after `=`.
///
/// ```
/// var options = OptionReader(arguments)
/// while let option = options.next() {
///     switch option {
///     case "--port": port = try options.number(in: 0...65_535)
///     default: throw options.unknown(of: "fake-gitlab")
///     }
/// }
/// ```
package struct OptionReader {
    private var rest: ArraySlice<String>
    private var option = ""
    private var inlineValue: String?

    package init(_ arguments: [String]) { rest = arguments[...] }

    /// The next option's name; `nil` at the end.
    package mutating func next() -> String? {
        guard let argument = rest.popFirst() else { return nil }
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        option = parts.first ?? argument
        inlineValue = parts.count == 2 ? parts[1] : nil
        return option
    }

    package mutating func value() throws(UsageError) -> String {
        guard let value = inlineValue ?? rest.popFirst(), !value.isEmpty else {
            throw UsageError("\(option) needs a value")
        }
        return value
    }

    package mutating func number(in range: ClosedRange<Int>) throws(UsageError) -> Int {
        guard let number = Int(try value()), range.contains(number) else {
            throw UsageError("\(option) takes a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// The beginning of a day in UTC.
    package mutating func day() throws(UsageError) -> Date {
        let text = try value()
        guard text.count == 10, let date = try? Date.ISO8601FormatStyle().year().month().day().parse(text)
        else { throw UsageError("\(option) takes a day such as 2026-01-31") }
        return date
    }

    package func unknown(of program: String) -> UsageError {
        UsageError("unknown option \(option); \(program) --help lists them")
    }

    /// What to say to a token among the arguments.
    package static let tokenOnCommandLine = UsageError(
        "a token does not belong on the command line: set GITLAB_TOKEN or use --token-file")
}
