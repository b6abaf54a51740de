/// The elements of a list, read page by page as they are used.
///
/// Elements that cannot be read are left out; who must know about them iterates `pages(_:)` and looks at
/// `Page.skipped`. Every iterator starts over at the first page.
public struct ItemSequence<Element: Decodable & Sendable>: AsyncSequence, Sendable {
    public typealias Failure = GitLabError

    let pages: PageSequence<Element>

    public func makeAsyncIterator() -> Iterator { Iterator(pages: pages.makeAsyncIterator()) }

    public struct Iterator: AsyncIteratorProtocol {
        var pages: PageSequence<Element>.Iterator
        var elements: ArraySlice<Element> = []

        public mutating func next() async throws(GitLabError) -> Element? {
            while true {
                if let element = elements.popFirst() { return element }
                guard let page = try await pages.next() else { return nil }
                elements = page.elements[...]
            }
        }

        public mutating func next(isolation actor: isolated (any Actor)?) async throws(GitLabError)
            -> Element?
        {
            try await next()
        }
    }
}

extension GitLabClient {
    /// The elements of a list; nothing is sent before the first one is asked for.
    public func items<Element>(_ request: Request<Page<Element>>) -> ItemSequence<Element> {
        ItemSequence(pages: pages(request))
    }
}
