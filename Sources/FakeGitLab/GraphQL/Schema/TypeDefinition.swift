extension GraphQL {
    /// A type of the schema as one release has it.
    struct TypeDefinition: Sendable {
        enum Kind: String, Sendable {
            case scalar = "SCALAR"
            case object = "OBJECT"
            case interface = "INTERFACE"
            case union = "UNION"
            case enumeration = "ENUM"
            case input = "INPUT_OBJECT"
        }

        let name: String
        let kind: Kind
        var interfaces: [String] = []
        /// The types of a union.
        var members: [String] = []
        var fields: [FieldDefinition] = []
        /// What an input object takes.
        var inputs: [InputDefinition] = []
        /// What an enum may say.
        var values: [String] = []
        private(set) var places: [String: Int] = [:]

        init(_ name: String, _ kind: Kind) {
            self.name = name
            self.kind = kind
        }

        var isComposite: Bool { kind == .object || kind == .interface || kind == .union }
        var isInput: Bool { kind == .scalar || kind == .enumeration || kind == .input }

        func field(_ name: String) -> FieldDefinition? { places[name].map { fields[$0] } }

        /// Prepares look-up once all fields are there.
        mutating func index() {
            places = Dictionary(fields.indices.map { (fields[$0].name, $0) }) { first, _ in first }
        }
    }

    struct FieldDefinition: Sendable {
        let name: String
        let type: TypeReference
        var arguments: [InputDefinition]
        var cost = Cost()
        /// Below it the field answers null.
        var tier = Tier.free

        var isConnection: Bool { type.name.hasSuffix("Connection") }

        func argument(_ name: String) -> InputDefinition? { arguments.first { $0.name == name } }
    }

    /// An argument, or a member of an input object.
    struct InputDefinition: Sendable {
        let name: String
        let type: TypeReference
        let standard: Literal?

        var isMandatory: Bool { type.isRequired && standard == nil }
    }

    /// What a field adds to the weight of a query.
    struct Cost: Hashable, Sendable {
        /// A fixed amount, whatever else holds.
        var explicit: Int?
        var callsGitaly = false
        /// Behind a resolver: what the resolver adds beyond its one point.
        var resolver: Int?
    }
}
