/// Ids by reason or mark, for gathering in a pass: there are few keys, and the same one mostly comes again, so the
/// last one met is looked at first and nothing is hashed.
struct KeyedIDs<Key: Hashable> {
    private(set) var lists: [(key: Key, ids: [Int64])] = []
    private var last = 0

    mutating func append(_ id: Int64, _ key: Key) {
        if last >= lists.count || lists[last].key != key {
            if let position = lists.firstIndex(where: { $0.key == key }) {
                last = position
            } else {
                last = lists.count
                lists.append((key, []))
            }
        }
        lists[last].ids.append(id)
    }
}
