extension Actor: Codable {
    private enum CodingKeys: String, CodingKey { case id, username, name, email }

    /// An account by `id` and `username`, a commit's author by `name` and `email`.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        if let id = try fields.decodeIfPresent(Int64.self, forKey: .id) {
            self = .account(Account(id: id, username: try fields.decode(String.self, forKey: .username)))
        } else {
            self = .author(
                name: try fields.decodeIfPresent(String.self, forKey: .name),
                email: try fields.decode(String.self, forKey: .email))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .account(let account):
            try fields.encode(account.id, forKey: .id)
            try fields.encode(account.username, forKey: .username)
        case .author(let name, let email):
            try fields.encodeIfPresent(name, forKey: .name)
            try fields.encode(email, forKey: .email)
        }
    }
}
