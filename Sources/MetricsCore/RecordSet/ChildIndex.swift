/// Which records hang on what, by the parent.
struct ChildIndex<Parent: Hashable & Sendable, ID: Hashable & Sendable>: Sendable {
    private var children: [Parent: Set<ID>] = [:]

    subscript(parent: Parent) -> Set<ID> { children[parent] ?? [] }

    mutating func insert(_ id: ID, under parent: Parent) { children[parent, default: []].insert(id) }

    mutating func remove(_ id: ID, from parent: Parent) { children[parent]?.remove(id) }
}
