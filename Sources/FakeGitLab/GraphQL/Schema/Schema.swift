import Foundation
import Synchronization

extension GraphQL {
    /// The types of one release. The texts stand in `Fixtures/graphql` and say themselves what came when.
    ///
    /// <https://docs.gitlab.com/api/graphql/reference/>
    struct Schema: Sendable {
        private(set) var types: [String: TypeDefinition]

        init(types: [String: TypeDefinition]) { self.types = types }

        subscript(name: String) -> TypeDefinition? { types[name] }

        /// The object types a value of the type may have.
        func possibleTypes(of type: TypeDefinition) -> Set<String> {
            switch type.kind {
            case .object: [type.name]
            case .union: Set(type.members)
            case .interface:
                Set(types.values.filter { $0.interfaces.contains(type.name) }.map(\.name))
            default: []
            }
        }

        /// What an instance of that version serves.
        static func published(by version: GitLabVersion) -> Schema {
            known.withLock { known in
                if let schema = known[version.text] { return schema }
                let schema = SchemaBuilder(version: version).schema(declarations)
                known[version.text] = schema
                return schema
            }
        }

        private static let known = Mutex<[String: Schema]>([:])

        private static let declarations: [Declaration] = {
            let folder = Bundle.module.resourceURL?.appending(path: "Fixtures/graphql")
            let files = folder.flatMap {
                try? FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil)
            }
            return (files ?? []).sorted { $0.path < $1.path }.flatMap { file -> [Declaration] in
                guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
                return (try? Parser.declarations(text)) ?? []
            }
        }()
    }
}
