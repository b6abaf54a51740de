/// What became of somebody's wish to be let into a group or project.
public enum AccessRequest: Hashable, Sendable, CaseIterable {
    case made
    /// By the one who wished.
    case revoked
    /// By an owner.
    case denied
}
