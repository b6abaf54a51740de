import Foundation
import WireFormat

/// New addresses for old ones, in the fields that hold addresses.
struct Readdressing {
    let host: String
    let from: String
    let to: String

    private static let fields = [
        "path_with_namespace", "full_path", "web_url", "references", "ssh_url_to_repo", "http_url_to_repo",
        "readme_url",
    ]

    func apply(to resource: inout Resource) {
        for field in Self.fields where resource.object[field] != nil {
            resource[field] = changed(resource[field])
        }
    }

    private func changed(_ value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text): .string(changed(text))
        case .object(let object): .object(JSONObject(object.members.map { ($0.key, changed($0.value)) }))
        default: value
        }
    }

    /// The path as a whole word, after the host: at the end, or before what follows a path in an address or a reference.
    private func changed(_ text: String) -> String {
        var start = text.hasPrefix(host) ? text.index(text.startIndex, offsetBy: host.count) : text.startIndex
        while let range = text.range(of: from, range: start..<text.endIndex) {
            let next = text[range.upperBound...].first
            let isBeginning = text[..<range.lowerBound].last.map { "/:".contains($0) } ?? true
            if isBeginning, next.map({ "/!#.".contains($0) }) ?? true {
                return text.replacingCharacters(in: range, with: to)
            }
            start = range.upperBound
        }
        return text
    }
}

extension Stored {
    mutating func readdress(_ address: Readdressing) { address.apply(to: &resource) }
}
