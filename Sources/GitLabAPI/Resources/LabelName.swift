/// A label as a list of merge requests or issues shows it: by name, or as an object that has one.
struct LabelName: Decodable {
    let name: String

    private enum CodingKeys: String, CodingKey {
        case name
    }

    init(from decoder: any Decoder) throws {
        if let name = try? decoder.singleValueContainer().decode(String.self) {
            self.name = name
        } else {
            name = try decoder.container(keyedBy: CodingKeys.self).required(.name)
        }
    }
}

extension KeyedDecodingContainer {
    /// The names of labels, in GitLab's order.
    func labels(_ key: Key) -> [String] {
        let labels: [LabelName] = list(key)
        return labels.map(\.name)
    }
}
