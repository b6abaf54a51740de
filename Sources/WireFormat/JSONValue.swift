/// A JSON value of any shape, its objects in the order written.
///
/// Integers that fit `Int` stay integers; every other number is a `Double`. The
/// order of an object's members does not count when values are compared; `1` and `1.0` differ.
package enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}

extension JSONValue {
    /// The text of a string, `nil` for anything else.
    package var stringValue: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The value of an integer, `nil` for anything else, decimals included.
    package var intValue: Int? {
        if case .int(let number) = self { number } else { nil }
    }

    /// The value of a number, integers included, `nil` for anything else.
    package var doubleValue: Double? {
        switch self {
        case .int(let number): Double(number)
        case .double(let number): number
        default: nil
        }
    }

    /// The value of `true` or `false`, `nil` for anything else.
    package var boolValue: Bool? {
        if case .bool(let flag) = self { flag } else { nil }
    }

    /// The elements of an array, `nil` for anything else.
    package var arrayValue: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The members of an object, `nil` for anything else.
    package var objectValue: JSONObject? {
        if case .object(let object) = self { object } else { nil }
    }

    package var isNull: Bool { self == .null }

    /// A member of an object; `nil` when this is no object or has no such member.
    ///
    /// Setting adds, replaces or, with `nil`, removes the member; `null` becomes an object first, any other
    /// value that is no object stays as it is.
    package subscript(_ key: String) -> JSONValue? {
        get { objectValue?[key] }
        set {
            switch self {
            case .object(var object):
                self = .null
                object[key] = newValue
                self = .object(object)
            case .null:
                var object = JSONObject()
                object[key] = newValue
                self = .object(object)
            default: break
            }
        }
    }

    /// An element of an array; `nil` when this is no array or it ends before.
    package subscript(_ index: Int) -> JSONValue? {
        guard let elements = arrayValue, elements.indices.contains(index) else { return nil }
        return elements[index]
    }
}
