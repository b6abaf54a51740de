import WireFormat

extension JSONValue {
    /// A moment as most bodies of hooks print it, or null.
    static func hookMoment(_ instant: Instant?) -> JSONValue { .text(instant?.hookText) }

    /// A moment as bodies without a kind print it, and the twins of a job's moments: `2026-01-16T05:56:22Z`.
    static func isoMoment(_ instant: Instant?) -> JSONValue { .text(instant?.textInSeconds) }

    /// What differs between two states, as `changes` shows it.
    static func changes(from old: JSONValue, to new: JSONValue, of keys: [String]) -> JSONValue {
        var changes: JSONValue = [:]
        for key in keys where old[key] ?? .null != new[key] ?? .null {
            changes[key] = ["previous": old[key] ?? .null, "current": new[key] ?? .null]
        }
        return changes
    }

    /// The object with nothing but these of its fields.
    func only(_ keys: [String]) -> JSONValue {
        .object(JSONObject(keys.compactMap { key in self[key].map { (key, $0) } }))
    }
}
