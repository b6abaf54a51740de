import WireFormat

extension GraphQL.Execution {
    /// How a value came out.
    enum Outcome {
        case written
        case null
        /// Null for an error that stands in the list already.
        case failed
    }

    /// Writes an object.
    ///
    /// - Throws: `Failure.null` when a field that must not be null is, `Failure.refused` when all ends.
    func write(_ node: any GraphQL.Node, _ plan: [GraphQL.PlannedField]) throws(GraphQL.Failure) {
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        for field in plan {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            bytes += field.prefix
            try write(field, of: node)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private func write(_ field: GraphQL.PlannedField, of node: any GraphQL.Node) throws(GraphQL.Failure) {
        if field.name == "__typename" {
            bytes += "\"\(node.typeName)\"".utf8
            return
        }
        var value = GraphQL.Value.null
        do throws(GraphQL.Failure) {
            if world.tier >= field.definition.tier { value = try node.value(of: field, in: self) }
        } catch {
            guard case .field(let message) = error else { throw error }
            report(message, at: field)
        }
        path.append(.string(field.key))
        defer { path.removeLast() }
        _ = try write(value, as: field.shape, field)
    }

    private func write(
        _ value: GraphQL.Value, as shape: GraphQL.Shape, _ field: GraphQL.PlannedField
    ) throws(GraphQL.Failure) -> Outcome {
        if case .required(let inner) = shape {
            switch try write(value, as: inner, field) {
            case .written: return .written
            case .null:
                if errors.last?.path != path { reportNull(field) }
                throw .null
            case .failed: throw .null
            }
        }
        if value.isNull { return writeNull() }
        let start = bytes.count
        do throws(GraphQL.Failure) {
            switch (shape, value) {
            case (.list(let element), .nodes(let nodes)):
                try writeList(nodes.map { .node($0) }, as: element, field)
            case (.list(let element), .json(.array(let elements))):
                try writeList(elements.map { .json($0) }, as: element, field)
            case (.composite, .node(let node)): try write(node, plan(for: node, field))
            default: return writeLeaf(value, as: shape)
            }
            return .written
        } catch {
            guard case .null = error else { throw error }
            bytes.removeSubrange(start...)
            _ = writeNull()
            return .failed
        }
    }

    private func plan(for node: any GraphQL.Node, _ field: GraphQL.PlannedField) -> [GraphQL.PlannedField] {
        if let plan = field.plans[node.typeName] { return plan }
        let plan = plan(field.selections, of: node.typeName)
        field.plans[node.typeName] = plan
        return plan
    }

    private func writeList(
        _ values: [GraphQL.Value], as shape: GraphQL.Shape, _ field: GraphQL.PlannedField
    ) throws(GraphQL.Failure) {
        bytes.append(UInt8(ascii: "["))
        path.append(.int(0))
        defer { path.removeLast() }
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            path[path.count - 1] = .int(index)
            _ = try write(value, as: shape, field)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private func reportNull(_ field: GraphQL.PlannedField) {
        path.removeLast()
        report("Cannot return null for non-nullable field \(field.parent).\(field.name)", at: field)
        path.append(.string(field.key))
    }

    private func writeNull() -> Outcome {
        bytes += "null".utf8
        return .null
    }

    private func writeLeaf(_ value: GraphQL.Value, as shape: GraphQL.Shape) -> Outcome {
        switch (shape, value) {
        case (.time, .moment(let moment)): writePlain(moment.textInSeconds)
        case (_, .moment(let moment)): writePlain(moment.day)
        case (.time, .json(.string(let text))):
            if text.utf8.count >= 20, text.utf8.last == UInt8(ascii: "Z") {
                bytes.append(UInt8(ascii: "\""))
                bytes += text.utf8.prefix(19)
                bytes += "Z\"".utf8
            } else {
                guard let moment = Instant(text: text) else { return writeNull() }
                writePlain(moment.textInSeconds)
            }
        case (.word(isUpperCase: true), .json(.string(let text))): writePlain(text.uppercased())
        case (.text, .json(.int(let number))), (.bigInteger, .json(.int(let number))):
            writePlain(String(number))
        case (.decimal, .json(.int(let number))): bytes += "\(number).0".utf8
        case (.decimal, .json(.string(let text))):
            guard let number = Double(text) else { return writeNull() }
            bytes += "\(number)".utf8
        case (.number, .json(.string(let text))):
            guard let number = Int(text) else { return writeNull() }
            bytes += String(number).utf8
        case (_, .json(let value)): value.write(to: &bytes)
        default: return writeNull()
        }
        return .written
    }

    /// Text without anything to escape.
    private func writePlain(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        bytes += text.utf8
        bytes.append(UInt8(ascii: "\""))
    }
}
