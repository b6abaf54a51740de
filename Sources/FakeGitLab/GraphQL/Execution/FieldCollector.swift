import WireFormat

extension GraphQL {
    /// Finds the fields that selections ask of an object, fragments followed and what is to be skipped left out.
    ///
    /// <https://spec.graphql.org/October2021/#CollectFields()>
    struct FieldCollector {
        let schema: Schema
        let document: Document
        let variables: JSONObject

        /// In the order asked, those of one key together.
        func fields(of selections: [[Selection]], on type: String) -> [[Field]] {
            var order: [String] = []
            var fields: [String: [Field]] = [:]
            for list in selections { collect(list, on: type, into: &fields, &order) }
            return order.compactMap { fields[$0] }
        }

        private func collect(
            _ selections: [Selection], on type: String, into fields: inout [String: [Field]],
            _ order: inout [String]
        ) {
            for selection in selections {
                switch selection {
                case .field(let field):
                    guard field.directives.isIncluded(variables) else { continue }
                    if fields[field.key] == nil { order.append(field.key) }
                    fields[field.key, default: []].append(field)
                case .spread(let name, let directives, _):
                    guard directives.isIncluded(variables), let fragment = document.fragment(name),
                        matches(type, fragment.condition)
                    else { continue }
                    collect(fragment.selections, on: type, into: &fields, &order)
                case .inline(let condition, let directives, let inner, _):
                    guard directives.isIncluded(variables), condition.map({ matches(type, $0) }) ?? true
                    else { continue }
                    collect(inner, on: type, into: &fields, &order)
                }
            }
        }

        private func matches(_ type: String, _ condition: String) -> Bool {
            type == condition
                || schema[condition].map { schema.possibleTypes(of: $0).contains(type) } ?? false
        }
    }
}
