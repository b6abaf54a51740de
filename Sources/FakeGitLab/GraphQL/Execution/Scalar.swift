import WireFormat

extension GraphQL {
    /// What the scalars accept.
    enum Scalar {
        /// Why a value is none of the scalar; `nil` when it is one.
        static func problem(_ value: JSONValue, of scalar: String) -> String? {
            let fits: Bool
            switch scalar {
            case "Int":
                fits = value.intValue.map { Int(Int32.min)...Int(Int32.max) ~= $0 } ?? false
            case "Float": fits = value.doubleValue != nil
            case "String": fits = value.stringValue != nil
            case "Boolean": fits = value.boolValue != nil
            case "ID": fits = value.stringValue != nil || value.intValue != nil
            case "BigInt": fits = value.intValue != nil || value.stringValue.flatMap { Int($0) } != nil
            case "Duration": fits = value.doubleValue != nil
            case "Time", "Date": fits = value.stringValue.flatMap { Instant(text: $0) } != nil
            default: return globalIDProblem(value, of: scalar)
            }
            return fits ? nil : "Could not coerce value \(Coercion.text(value)) to \(scalar)"
        }

        /// `MergeRequestID` takes `gid://gitlab/MergeRequest/84` and no other class.
        private static func globalIDProblem(_ value: JSONValue, of scalar: String) -> String? {
            guard scalar.hasSuffix("ID") else { return nil }
            guard let text = value.stringValue, let kind = GlobalID.kind(of: text) else {
                return "\(Coercion.text(value)) is not a valid Global ID"
            }
            let wanted = classes(of: scalar)
            guard wanted.contains(String(kind)) else {
                return "\(Coercion.text(value)) does not represent an instance of \(wanted[0])"
            }
            return nil
        }

        private static func classes(of scalar: String) -> [String] {
            switch scalar {
            case "CiPipelineID": ["Ci::Pipeline"]
            case "JobID": ["CommitStatus", "Ci::Build", "Ci::Bridge", "GenericCommitStatus"]
            case "LabelID": ["Label", "ProjectLabel", "GroupLabel"]
            case "NoteID": ["Note", "DiffNote", "DiscussionNote"]
            default: [String(scalar.dropLast(2))]
            }
        }

        /// An id is text, whole numbers sent for one too.
        static func normal(_ value: JSONValue, of scalar: String) -> JSONValue {
            if scalar == "ID", let number = value.intValue { return .string(String(number)) }
            return value
        }
    }
}
