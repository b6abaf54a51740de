import Foundation
import WireFormat

/// What a comment shall say, on its way to GitLab.
struct NoteText {
    let text: String

    /// - Parameter runsQuickActions: whether lines that begin with `/` act; else they are escaped, so that they show
    ///   as they were written.
    init(_ text: String, runsQuickActions: Bool) {
        self.text = runsQuickActions ? text : Self.escaped(text)
    }

    /// The JSON body that sends it.
    var body: Data { body([:]) }

    /// With further members; those that are `nil` are left out.
    func body(_ members: KeyValuePairs<String, JSONValue?>) -> Data {
        var object: JSONValue = ["body": .string(text)]
        for (name, value) in members { if let value { object[name] = value } }
        return Data(object.serialized())
    }

    /// A backslash before each line's leading `/`, which Markdown shows as the plain character. Code between fences of
    /// three backticks is left as it is, if the fence closes: GitLab runs nothing there, and would show the backslash.
    private static func escaped(_ text: String) -> String {
        // By bytes: to Swift a carriage return and a line feed are one character, to GitLab the line ends in between.
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        var result: [String] = []
        var next = 0
        while next < lines.count {
            let rest = lines[(next + 1)...]
            if lines[next].hasPrefix(fence), let end = rest.firstIndex(where: { isClosing($0) }) {
                result += lines[next...end]
                next = end + 1
            } else {
                result.append(lines[next].hasPrefix("/") ? "\\" + lines[next] : lines[next])
                next += 1
            }
        }
        return result.joined(separator: "\n")
    }

    private static let fence = "```"

    private static func isClosing(_ line: String) -> Bool { line == fence || line == fence + "\r" }
}
