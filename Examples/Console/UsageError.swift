/// A line that says what is wrong with the command line.
package struct UsageError: Error, Equatable {
    package var message: String

    package init(_ message: String) { self.message = message }
}
