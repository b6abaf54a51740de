public import GitLabVocabulary

/// A thing by its ids alone.
public struct IdentifiedNode<ID: NumericID>: Decodable, Hashable, Sendable {
    public let id: ID
    public let iid: Int
    /// Comments, where asked for.
    public let userNotesCount: Int?

    private enum CodingKeys: String, CodingKey { case id, iid, userNotesCount }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let global: GlobalID<ID> = try fields.required(.id)
        id = global.id
        guard let iid = fields.integer(.iid) else {
            throw DecodingError.dataCorruptedError(
                forKey: .iid, in: fields, debugDescription: "not a number")
        }
        self.iid = iid
        userNotesCount = fields.integer(.userNotesCount)
    }
}
