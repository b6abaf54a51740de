/// The pages of a list, each asked for when the one before has been used: memory holds one page.
///
/// Every iterator starts over at the first page. Order is the server's; while rows move, offset paging can show
/// an element twice or not at all. After an error an iterator ends.
public struct PageSequence<Element: Decodable & Sendable>: AsyncSequence, Sendable {
    public typealias Failure = GitLabError

    let client: GitLabClient
    let first: Request<Page<Element>>

    public func makeAsyncIterator() -> Iterator { Iterator(client: client, next: first) }

    public struct Iterator: AsyncIteratorProtocol {
        let client: GitLabClient
        var next: Request<Page<Element>>?

        public mutating func next() async throws(GitLabError) -> Page<Element>? {
            guard let request = next else { return nil }
            next = nil
            let page = try await client.send(request)
            next = page.next
            return page
        }

        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(GitLabError) -> Page<Element>? {
            try await next()
        }
    }
}

extension GitLabClient {
    /// The pages of a list; nothing is sent before the first one is asked for.
    public func pages<Element>(_ request: Request<Page<Element>>) -> PageSequence<Element> {
        PageSequence(client: self, first: request)
    }
}
