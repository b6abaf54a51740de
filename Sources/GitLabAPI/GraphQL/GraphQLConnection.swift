import WireFormat

/// A page of a GraphQL list.
///
/// <https://docs.gitlab.com/api/graphql/getting_started/#pagination>
public struct GraphQLConnection<Node: Decodable & Sendable>: Decodable, Sendable {
    /// Nodes the token may not see are left out.
    public var nodes: [Node]
    /// Nodes that could not be read.
    public var skipped: [Page<Node>.Skipped]
    /// Where the next page begins; `nil` on the last page.
    public var next: String?
    /// How many there are on all pages; `nil` unless asked for.
    public var count: Int?

    public init(nodes: [Node], skipped: [Page<Node>.Skipped] = [], next: String? = nil, count: Int? = nil) {
        self.nodes = nodes
        self.skipped = skipped
        self.next = next
        self.count = count
    }

    private enum CodingKeys: String, CodingKey { case nodes, pageInfo, count }

    private struct PageInfo: Decodable {
        let hasNextPage: Bool?
        let endCursor: String?
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let list: LossyList<Node?>? = try fields.optional(.nodes)
        nodes = list?.elements.compactMap(\.self) ?? []
        skipped = list?.skipped.map { .init(index: $0.index, reason: $0.failure.description) } ?? []
        let info: PageInfo? = try fields.optional(.pageInfo)
        next = info?.hasNextPage == true ? info?.endCursor : nil
        count = fields.integer(.count)
    }

    /// What every page of a list asks for, so that the next can be.
    static var pageInfo: String { "pageInfo { hasNextPage endCursor }" }
}
