import Foundation

/// A value of a document, as a `Decoder` and as the container of that value alone.
///
/// It holds nothing but the place, so making one costs nothing. Differs from Foundation's decoder where that is more
/// lenient than RFC 8259 (a comma before `}`, UTF-16), and in nothing else; dates are read by `WireDate`.
struct ValueDecoder: Decoder, SingleValueDecodingContainer {
    let document: JSONDocument
    let index: Int

    var userInfo: [CodingUserInfoKey: Any] { [:] }
    var codingPath: [any CodingKey] { document.codingPath(of: index) }

    private var node: JSONDocument.Node { document.nodes[index] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard node.kind == .object else { throw mismatch([String: Any].self) }
        return KeyedDecodingContainer(MembersContainer<Key>(document: document, object: index))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard node.kind == .array else { throw mismatch([Any].self) }
        return ElementsContainer(document: document, array: index)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    func decodeNil() -> Bool { node.kind == .null }

    func decode(_ type: Bool.Type) throws -> Bool {
        switch node.kind {
        case .true: true
        case .false: false
        default: throw mismatch(type)
        }
    }

    func decode(_ type: String.Type) throws -> String {
        guard node.kind == .string else { throw mismatch(type) }
        guard let text = document.text(of: index) else { throw corrupted("not Unicode") }
        return text
    }

    func decode(_ type: Double.Type) throws -> Double { try floatingPoint(type) }
    func decode(_ type: Float.Type) throws -> Float { try floatingPoint(type) }
    func decode(_ type: Int.Type) throws -> Int { try integer(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if type == Date.self, let date = try date() as? Value { return date }
        if type == URL.self, let url = try url() as? Value { return url }
        return try Value(from: self)
    }

    private func date() throws -> Date {
        guard node.kind == .string else {
            throw node.kind == .null ? mismatch(Date.self) : mismatch(String.self)
        }
        let date =
            node.hasEscapes
            ? document.text(of: index).flatMap { WireDate($0) }
            : WireDate(utf8: node.text(in: document.bytes))
        guard let date else { throw corrupted("no date as GitLab writes it") }
        return date.date
    }

    private func url() throws -> URL {
        guard let url = URL(string: try decode(String.self)) else { throw corrupted("no URL") }
        return url
    }
}

extension ValueDecoder {
    private func integer<Value: FixedWidthInteger>(_ type: Value.Type) throws -> Value {
        switch node.kind {
        case .integer:
            guard let value: Value = node.text(in: document.bytes).integer() else { break }
            return value
        case .number:
            guard let value = Value(exactly: try floatingPoint(Double.self)) else { break }
            return value
        default: throw mismatch(type)
        }
        throw corrupted("a number that \(type) cannot hold")
    }

    private func floatingPoint<Value: BinaryFloatingPoint & LosslessStringConvertible>(
        _ type: Value.Type
    ) throws -> Value {
        guard node.kind == .integer || node.kind == .number else { throw mismatch(type) }
        let text = String(decoding: node.text(in: document.bytes), as: UTF8.self)
        guard let value = Value(text), value.isFinite else {
            throw corrupted("a number that \(type) cannot hold")
        }
        return value
    }

    func mismatch<Value>(_ type: Value.Type) -> DecodingError {
        let context = DecodingError.Context(
            codingPath: codingPath, debugDescription: "found \(node.kind)")
        return node.kind == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }

    private func corrupted(_ reason: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: codingPath, debugDescription: reason))
    }
}

extension ArraySlice<UInt8> {
    /// The value of an integer as JSON writes it; `nil` when the type cannot hold it.
    fileprivate func integer<Value: FixedWidthInteger>() -> Value? {
        let isNegative = first == UInt8(ascii: "-")
        var value: Value = 0
        for digit in isNegative ? dropFirst() : self {
            let step = Value(truncatingIfNeeded: digit &- UInt8(ascii: "0"))
            let (product, overflows) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflowsToo) =
                isNegative
                ? product.subtractingReportingOverflow(step) : product.addingReportingOverflow(step)
            guard !overflows, !overflowsToo else { return nil }
            value = sum
        }
        return value
    }
}
