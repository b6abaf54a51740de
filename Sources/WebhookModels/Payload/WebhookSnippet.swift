public import Foundation
public import GitLabVocabulary

/// The snippet a note is on; neither its content nor its file's name is kept.
///
/// <https://docs.gitlab.com/user/snippets/>
public struct WebhookSnippet: Codable, Hashable, Sendable {
    public let id: SnippetID
    public let title: String?
    public let url: URL?

    private enum CodingKeys: String, CodingKey {
        case id
        case title
        case url
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        title = fields.text(.title)
        url = fields.lenient(.url)
    }
}
