public import Foundation
public import GitLabVocabulary

/// A thread of comments, or a lone comment or system note. Where in the code it hangs, and what it suggests to change
/// there, is not read.
///
/// <https://docs.gitlab.com/api/discussions/>
public struct Discussion: Decodable, Hashable, Sendable {
    public let id: DiscussionID
    /// A lone note, not a thread.
    public let isIndividual: Bool
    /// Oldest first; never empty.
    public let notes: [Note]

    private enum CodingKeys: String, CodingKey {
        case id
        case isIndividual = "individual_note"
        case notes
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        isIndividual = fields.flag(.isIndividual)
        notes = fields.list(.notes)
        if notes.isEmpty {
            throw DecodingError.dataCorruptedError(
                forKey: .notes, in: fields, debugDescription: "no note of the discussion is readable")
        }
    }

    /// Whether it can be resolved, which old versions say of its notes only.
    public var isResolvable: Bool { notes.contains { $0.isResolvable } }

    /// Whether it is: every note of it that can be resolved.
    public var isResolved: Bool { isResolvable && notes.allSatisfy { !$0.isResolvable || $0.isResolved } }

    /// When its last open note was resolved; `nil` unless it is resolved, and in old versions.
    public var resolvedAt: Date? { isResolved ? notes.compactMap(\.resolvedAt).max() : nil }
}
