import Foundation
import WireFormat

extension ProjectReference {
    /// `projects/42` or `projects/my-group%2Fapp`, where everything of a project lies.
    var apiPath: String { "projects/\(description.percentEncoded())" }
}

extension GroupReference {
    /// `groups/42` or `groups/my-group%2Fteam`, where everything of a group lies.
    var apiPath: String { "groups/\(description.percentEncoded())" }
}

extension QueryItems {
    /// An instant, in UTC with milliseconds.
    mutating func append(_ name: String, instant: Date?) {
        append(name, instant.map { WireDate($0).iso8601 })
    }

    /// One parameter `name[]` for each value.
    mutating func append(_ name: String, each values: [some CustomStringConvertible]) {
        for value in values { append("\(name)[]", value) }
    }

    /// One parameter with the values separated by commas; none when there are no values.
    mutating func append(_ name: String, joined values: [String]) {
        append(name, values.isEmpty ? nil : values.joined(separator: ","))
    }
}
