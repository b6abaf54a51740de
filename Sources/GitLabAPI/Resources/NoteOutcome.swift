/// What came of sending a text: a note, or, where it held nothing but quick actions, the changes they made.
///
/// <https://docs.gitlab.com/api/notes/>
public enum NoteOutcome: Decodable, Hashable, Sendable {
    case note(Note)
    case commands(QuickActionOutcome)

    /// The note; `nil` if the text held nothing but quick actions.
    public var note: Note? { if case .note(let note) = self { note } else { nil } }

    private enum CodingKeys: String, CodingKey {
        case id
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        self =
            fields.contains(.id)
            ? .note(try Note(from: decoder)) : .commands(try QuickActionOutcome(from: decoder))
    }
}

/// What quick actions did: GitLab's answer 202 to a text that says nothing else.
///
/// <https://docs.gitlab.com/user/project/quick_actions/>
public struct QuickActionOutcome: Decodable, Hashable, Sendable {
    /// One sentence each, for people.
    public let summary: [String]

    private enum CodingKeys: String, CodingKey {
        case summary
    }

    public init(from decoder: any Decoder) throws {
        summary = try decoder.container(keyedBy: CodingKeys.self).list(.summary)
    }
}
