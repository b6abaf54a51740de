/// A change that makes no sense in the world as it stands, such as merging what is already merged.
public struct WorldError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }

    static func missing(_ kind: String, _ id: some CustomStringConvertible) -> WorldError {
        WorldError("there is no \(kind) \(id)")
    }
}
