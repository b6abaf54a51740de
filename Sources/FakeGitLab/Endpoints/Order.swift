import WireFormat

/// How a list is sorted: by a key at full precision, ties broken by id in the same direction.
struct Order {
    let key: String
    let isAscending: Bool

    /// - Parameters:
    ///   - keys: what `order_by` may say; the first is the default.
    init(_ call: Call, keys: [String], sort: String) throws(Rejection) {
        key = try call.word("order_by", among: keys, default: keys[0])
        isAscending = try call.isAscending(default: sort)
    }

    /// The ids of the rows in order.
    func ids<Row: Stored>(_ rows: [Row], by value: (Row) -> Key) -> [Int] {
        let keyed = rows.map { (value: value($0), id: $0.id) }
        return keyed.sorted { isAscending ? $0 < $1 : $1 < $0 }.map(\.id)
    }

    /// A value rows are sorted by.
    enum Key: Comparable {
        case number(Int64)
        case text(String)

        static func moment(_ instant: Instant?) -> Key { .number(instant?.microseconds ?? .min) }
    }
}

extension Stored {
    /// The value of a column every kind has.
    func key(_ name: String) -> Order.Key {
        switch name {
        case "created_at": .moment(resource.createdAt)
        case "updated_at": .moment(resource.updatedAt)
        case "id": .number(Int64(id))
        case "iid": .number(Int64(iid))
        default: .text(resource.text(name) ?? "")
        }
    }
}
