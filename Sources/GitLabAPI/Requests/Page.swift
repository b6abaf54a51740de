public import Foundation

/// One answered page of a list, and the request for the next one.
public struct Page<Element: Sendable>: Sendable {
    /// An element that could not be read; the others of its page are not lost with it.
    public struct Skipped: Hashable, Sendable {
        /// Position in the page, from 0.
        public var index: Int
        /// Why, in one line without secrets.
        public var reason: String
        public init(index: Int, reason: String) {
            self.index = index
            self.reason = reason
        }
    }

    public var elements: [Element]
    public var skipped: [Skipped]
    /// From the `Link` header's `next`, checked to stay on the instance; `nil` on the last page.
    public var next: Request<Page<Element>>?
    /// The server's clock when it answered, from the `Date` header (whole seconds).
    public var serverDate: Date?

    public init(
        elements: [Element], skipped: [Skipped] = [], next: Request<Page<Element>>? = nil,
        serverDate: Date? = nil
    ) {
        self.elements = elements
        self.skipped = skipped
        self.next = next
        self.serverDate = serverDate
    }
}
