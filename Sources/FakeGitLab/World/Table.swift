/// All things of one kind: by id, by number within their parent, and by parent in order of creation.
struct Table<Row: Stored>: Sendable {
    private struct Number: Hashable {
        let parent: Int
        let iid: Int
    }

    private var rows: [Int: Row] = [:]
    private var children: [Int: [Int]] = [:]
    private var numbers: [Number: Int] = [:]

    init() {}

    var count: Int { rows.count }

    /// Every id, ascending. O(n log n).
    var ids: [Int] { rows.keys.sorted() }

    /// The row of that id, for changing it in place; `insert` and `remove` keep the indices.
    subscript(id: Int) -> Row? {
        get { rows[id] }
        _modify { yield &rows[id] }
    }

    /// Ids of the parent's rows in order of creation. O(1).
    func ids(in parent: Int) -> [Int] { children[parent] ?? [] }

    /// The rows of a parent in order of creation.
    func rows(in parent: Int) -> [Row] { ids(in: parent).compactMap { rows[$0] } }

    func id(iid: Int, in parent: Int) -> Int? { numbers[Number(parent: parent, iid: iid)] }

    mutating func insert(_ row: Row) {
        if rows.updateValue(row, forKey: row.id) == nil {
            children[row.parent, default: []].append(row.id)
            numbers[Number(parent: row.parent, iid: row.iid)] = row.id
        }
    }

    mutating func remove(_ id: Int) {
        guard let row = rows.removeValue(forKey: id) else { return }
        children[row.parent]?.removeAll { $0 == id }
        numbers[Number(parent: row.parent, iid: row.iid)] = nil
    }

    /// The serialized row, kept until the row changes.
    mutating func serialized(_ id: Int) -> [UInt8] { rows[id]?.resource.serialized() ?? [] }

    /// Applies a change to every row. O(n).
    mutating func updateAll(_ change: (inout Row) -> Void) {
        for id in Array(rows.keys) {
            guard var row = rows[id] else { continue }
            change(&row)
            rows[id] = row
        }
    }
}
