import Foundation
import WireFormat

extension GraphQL {
    /// A page of rows, as every list of objects is answered.
    ///
    /// <https://docs.gitlab.com/api/graphql/#pagination>
    struct Connection: Node {
        static let pageLimit = 100

        /// `MergeRequest` in `MergeRequestConnection`.
        let element: String
        private let nodes: [any Node]
        private let cursors: [String]
        private let total: Int
        private let hasNext: Bool
        private let hasPrevious: Bool
        /// What the connection says of all its rows beside their number.
        var sums: [String: Value] = [:]

        var typeName: String { "\(element)Connection" }

        func value(of field: PlannedField, in execution: Execution) throws(Failure) -> Value {
            switch field.name {
            case "nodes": return .nodes(nodes)
            case "edges":
                return .nodes(nodes.indices.map { Edge(element, node: nodes[$0], cursor: cursors[$0]) })
            case "pageInfo":
                return .optional(
                    JSONNode(
                        "PageInfo",
                        [
                            "has_next_page": .bool(hasNext), "has_previous_page": .bool(hasPrevious),
                            "start_cursor": .text(cursors.first), "end_cursor": .text(cursors.last),
                        ]))
            case "count":
                guard let limit = field.arguments.number("limit") else { return .number(total) }
                return .number(min(total, limit + 1))
            default: return sums[field.name] ?? .null
            }
        }

        private struct Edge: Node {
            let typeName: String
            let node: any Node
            let cursor: String

            init(_ element: String, node: any Node, cursor: String) {
                typeName = "\(element)Edge"
                self.node = node
                self.cursor = cursor
            }

            func value(of field: PlannedField, in execution: Execution) -> Value {
                field.name == "cursor" ? .text(cursor) : .node(node)
            }
        }
    }
}

// MARK: By keyset

extension GraphQL.Connection {
    /// A row and what it is sorted by.
    struct Keyed: Comparable {
        let key: Order.Key
        let id: Int

        static func < (left: Self, right: Self) -> Bool {
            left.key == right.key ? left.id < right.id : left.key < right.key
        }
    }

    /// How rows are sorted: the column that cursors name, and the direction. Rows without a value come last.
    struct Sorting {
        let column: String
        let isAscending: Bool
    }

    /// Rows that are paged by the last one seen, so that a row is neither missed nor doubled while others move.
    init(
        _ element: String, _ rows: [Keyed], by sorting: Sorting, _ field: GraphQL.PlannedField,
        _ execution: GraphQL.Execution, node: (Int) -> (any GraphQL.Node)?
    ) throws(GraphQL.Failure) {
        self.element = element
        total = rows.count
        let window = try Window(field.arguments)
        let after = try Self.keyed(window.after, sorting)
        let before = try Self.keyed(window.before, sorting)
        func isOrdered(_ left: Keyed, _ right: Keyed) -> Bool {
            sorting.isAscending ? left < right : right < left
        }
        var rest = rows
        if let after { rest = rest.filter { isOrdered(after, $0) } }
        if let before { rest = rest.filter { isOrdered($0, before) } }
        rest.sort(by: isOrdered)
        let isCut = rest.count > window.size
        let page = window.isBackward ? rest.suffix(window.size) : rest.prefix(window.size)
        try execution.touch(rows: page.count)
        var nodes: [any GraphQL.Node] = []
        var cursors: [String] = []
        for row in page {
            guard let node = node(row.id) else { continue }
            nodes.append(node)
            cursors.append(Self.cursor(row, sorting))
        }
        self.nodes = nodes
        self.cursors = cursors
        hasNext = window.isBackward ? before != nil : isCut
        hasPrevious = window.isBackward ? isCut : after != nil
    }

    private static func cursor(_ row: Keyed, _ sorting: Sorting) -> String {
        let key =
            switch row.key {
            case .number(let number): JSONValue.int(Int(number))
            case .text(let text): JSONValue.string(text)
            }
        let object: JSONValue = [sorting.column: key, "id": .string(String(row.id))]
        return Data(object.serialized()).base64EncodedString()
    }

    private static func keyed(_ cursor: String?, _ sorting: Sorting) throws(GraphQL.Failure) -> Keyed? {
        guard let cursor else { return nil }
        guard let data = Data(base64Encoded: cursor), let object = try? JSONValue(parsing: data),
            let id = object["id"]?.stringValue.flatMap({ Int($0) })
        else { throw .field("Please provide a valid cursor") }
        switch object[sorting.column] {
        case .int(let number): return Keyed(key: .number(Int64(number)), id: id)
        case .string(let text) where sorting.column != "id": return Keyed(key: .text(text), id: id)
        case .string: return Keyed(key: .number(Int64(id)), id: id)
        default: throw .field("Please provide a valid cursor")
        }
    }
}

// MARK: By position

extension GraphQL.Connection {
    /// Rows in an order of their own, paged by their place.
    init<Row>(
        _ element: String, _ rows: [Row], _ field: GraphQL.PlannedField, _ execution: GraphQL.Execution,
        limit: Int = pageLimit, node: (Row) -> any GraphQL.Node
    ) throws(GraphQL.Failure) {
        self.element = element
        total = rows.count
        let window = try Window(field.arguments, limit: limit)
        let start = window.after.flatMap { Self.place($0) } ?? 0
        let end = window.before.flatMap { Self.place($0) }.map { $0 - 1 } ?? rows.count
        let lower = min(max(0, start), rows.count)
        let upper = max(lower, min(end, rows.count))
        let range =
            window.isBackward
            ? max(lower, upper - window.size)..<upper : lower..<min(upper, lower + window.size)
        try execution.touch(rows: range.count)
        nodes = range.map { node(rows[$0]) }
        cursors = range.map { Data(String($0 + 1).utf8).base64EncodedString() }
        hasNext = range.upperBound < rows.count && (!window.isBackward || window.before != nil)
        hasPrevious = range.lowerBound > 0 && (window.isBackward || window.after != nil)
    }

    private static func place(_ cursor: String) -> Int? {
        Data(base64Encoded: cursor).flatMap { Int(String(decoding: $0, as: UTF8.self)) }
    }

    /// What part of the rows is wanted.
    private struct Window {
        let after: String?
        let before: String?
        let size: Int
        let isBackward: Bool

        init(_ arguments: GraphQL.Arguments, limit: Int = pageLimit) throws(GraphQL.Failure) {
            let first = arguments.number("first")
            let last = arguments.number("last")
            if first != nil, last != nil {
                throw .field("Can only provide either `first` or `last`, not both")
            }
            if (first ?? last ?? 0) < 0 {
                throw .field("`\(first == nil ? "last" : "first")` must not be negative")
            }
            after = arguments.text("after")
            before = arguments.text("before")
            size = min(first ?? last ?? limit, limit)
            isBackward = last != nil
        }
    }
}
