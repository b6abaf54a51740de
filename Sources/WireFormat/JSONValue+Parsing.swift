package import Foundation

extension JSONValue {
    /// Parses one JSON text (RFC 8259), keeping the order of members; strict: no comments, no trailing commas,
    /// no lone surrogates, at most 512 levels deep. A UTF-8 byte order mark is skipped. Of members with the same name the
    /// first counts. Linear in the size.
    ///
    /// - Throws: `JSONSyntaxError`.
    package init(parsing data: Data) throws(JSONSyntaxError) { try self.init(parsing: [UInt8](data)) }

    /// Parses one JSON text, as `init(parsing: Data)` does.
    ///
    /// - Throws: `JSONSyntaxError`.
    package init(parsing bytes: [UInt8]) throws(JSONSyntaxError) {
        self = try JSONDocument(parsing: bytes).value(of: 0)
    }
}

extension JSONDocument {
    /// The value that begins at that node, with all it holds.
    fileprivate func value(of index: Int) throws(JSONSyntaxError) -> JSONValue {
        switch nodes[index].kind {
        case .object: .object(try members(of: index))
        case .array: .array(try elements(of: index))
        case .string, .name, .repeatedName: .string(try string(of: index))
        case .integer, .number: try number(of: index)
        case .true: true
        case .false: false
        case .null: .null
        }
    }

    private func members(of object: Int) throws(JSONSyntaxError) -> JSONObject {
        var members: [JSONObject.Member] = []
        members.reserveCapacity(Int(nodes[object].length))
        var index = object + 1
        while index < Int(nodes[object].next) {
            let value = try value(of: index + 1)
            if nodes[index].kind == .name {
                members.append(JSONObject.Member(key: try string(of: index), value: value))
            }
            index = Int(nodes[index + 1].next)
        }
        return JSONObject(unique: members)
    }

    private func elements(of array: Int) throws(JSONSyntaxError) -> [JSONValue] {
        var elements: [JSONValue] = []
        elements.reserveCapacity(Int(nodes[array].length))
        var index = array + 1
        while index < Int(nodes[array].next) {
            elements.append(try value(of: index))
            index = Int(nodes[index].next)
        }
        return elements
    }

    private func string(of index: Int) throws(JSONSyntaxError) -> String {
        guard let text = text(of: index) else {
            throw JSONSyntaxError(offset: Int(nodes[index].start), reason: "a string that is not Unicode")
        }
        return text
    }

    private func number(of index: Int) throws(JSONSyntaxError) -> JSONValue {
        let text = String(decoding: nodes[index].text(in: bytes), as: UTF8.self)
        if nodes[index].kind == .integer, let number = Int(text) { return .int(number) }
        guard let number = Double(text), number.isFinite else {
            throw JSONSyntaxError(offset: Int(nodes[index].start), reason: "a number out of range")
        }
        return .double(number)
    }
}
