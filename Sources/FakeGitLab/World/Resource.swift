import WireFormat

/// One object as REST shows it in a list, with the fields lists are sorted by lifted out at full precision.
struct Resource: Sendable {
    let id: Int
    /// The number within the project; the id again for kinds without one.
    let iid: Int
    /// The project, merge request or issue it belongs to; 0 at the top.
    let parent: Int
    let createdAt: Instant
    private(set) var updatedAt: Instant
    private(set) var object: JSONValue
    /// The object's bytes as last served; mutation throws them away.
    private var bytes: [UInt8]?

    init(
        id: Int, iid: Int? = nil, parent: Int = 0, createdAt: Instant, updatedAt: Instant? = nil,
        object: JSONValue
    ) {
        self.id = id
        self.iid = iid ?? id
        self.parent = parent
        self.createdAt = createdAt
        self.updatedAt = updatedAt ?? createdAt
        self.object = object
    }

    /// A field of the object; a missing one reads as null.
    subscript(key: String) -> JSONValue {
        get { object[key] ?? .null }
        set {
            object[key] = newValue
            bytes = nil
        }
    }

    func text(_ key: String) -> String? { object[key]?.stringValue }

    /// The id in an embedded object: `number("author")`.
    func id(of key: String) -> Int? { object[key]?["id"]?.intValue }

    /// Moves `updated_at`, in the object and beside it.
    mutating func update(at moment: Instant) {
        updatedAt = moment
        self["updated_at"] = .string(moment.text)
    }

    /// Adds to a counter of the object.
    mutating func add(_ amount: Int, to key: String) {
        self[key] = .int((object[key]?.intValue ?? 0) + amount)
    }

    mutating func serialized() -> [UInt8] {
        if let bytes { return bytes }
        let fresh = object.serialized()
        bytes = fresh
        return fresh
    }
}

/// A thing of the world that one `Resource` shows.
protocol Stored: Sendable {
    var resource: Resource { get set }
}

extension Stored {
    var id: Int { resource.id }
    var iid: Int { resource.iid }
    var parent: Int { resource.parent }
}
