import WireFormat

extension MergeRequestFilter {
    /// The conditions that `not[…]` turns round too, one for each thing named.
    ///
    /// - Parameter name: how a parameter is spelled here.
    static func negatable(_ call: Call, _ name: (String) -> String) throws(Rejection) -> [Condition] {
        try author(call, name) + people("assignee", call, name) + people("reviewer", call, name)
            + labels(call, name) + milestone(call, name)
    }

    private static func author(_ call: Call, _ name: (String) -> String) throws(Rejection) -> [Condition] {
        let id = try call.integer(name("author_id"))
        let username = call.request[name("author_username")]
        guard id == nil || username == nil else { throw exclusive("author_id", "author_username") }
        if let id { return [{ $0.resource.id(of: "author") == id }] }
        guard let username else { return [] }
        return [{ $0.resource["author"]["username"]?.stringValue == username }]
    }

    /// Those assigned or asked for a review, by id, `None` or `Any`, or by username.
    private static func people(_ role: String, _ call: Call, _ name: (String) -> String) throws(Rejection)
        -> [Condition]
    {
        let id = call.request[name("\(role)_id")]
        let usernames = call.request.list(name("\(role)_username"))
        guard id == nil || usernames.isEmpty else { throw exclusive("\(role)_id", "\(role)_username") }
        let wanted = id.map { [$0] } ?? usernames
        let key = "\(role)s"
        return try wanted.map { word throws(Rejection) -> Condition in
            switch word.lowercased() {
            case "none": return { $0.people(key).isEmpty }
            case "any": return { !$0.people(key).isEmpty }
            default: break
            }
            guard id != nil else { return { $0.usernames(key).contains(word) } }
            guard let number = Int(word) else { throw .value(of: name("\(role)_id")) }
            return { $0.people(key).contains(number) }
        }
    }

    private static func labels(_ call: Call, _ name: (String) -> String) -> [Condition] {
        let labels = call.request.list(name("labels")).flatMap { $0.split(separator: ",").map(String.init) }
        return labels.map { label in
            switch label.lowercased() {
            case "none": { $0.labels.isEmpty }
            case "any": { !$0.labels.isEmpty }
            default: { $0.labels.contains(label) }
            }
        }
    }

    private static func milestone(_ call: Call, _ name: (String) -> String) -> [Condition] {
        guard let title = call.request[name("milestone")] else { return [] }
        return [
            { row in
                let present = row.resource["milestone"]["title"]?.stringValue
                return switch title.lowercased() {
                case "none": present == nil
                case "any": present != nil
                default: present == title
                }
            }
        ]
    }

    private static func exclusive(_ first: String, _ second: String) -> Rejection {
        .error(400, "\(first), \(second) are mutually exclusive")
    }
}
