/// The key that seals, and older ones that still open what they sealed.
public struct SealingKeyring: Sendable {
    public let current: SealingKey
    private let keys: [String: SealingKey]

    /// - Parameter older: in any order; a key is dropped once nothing is sealed with it any more.
    /// - Throws: `.invalidSealingKey` when two have the same id.
    public init(_ current: SealingKey, older: [SealingKey] = []) throws(GitLabError) {
        self.current = current
        var keys = [current.id: current]
        for key in older {
            guard keys.updateValue(key, forKey: key.id) == nil else {
                throw GitLabError(.invalidSealingKey, detail: "two keys have the id \(key.id)")
            }
        }
        self.keys = keys
    }

    /// The key with that id; `nil` when there is none. O(1).
    public subscript(id: String) -> SealingKey? { keys[id] }
}
