import Synchronization

/// What the instance's GraphQL offers, asked once.
final class KnownSchema: Sendable {
    private let known = Mutex<GraphQLReader??>(nil)

    /// `nil` before it was asked; within, `nil` where there is no GraphQL.
    var value: GraphQLReader?? {
        get { known.withLock { $0 } }
        set { known.withLock { $0 = newValue } }
    }
}
