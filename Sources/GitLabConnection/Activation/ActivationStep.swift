/// Where an activation is.
public enum ActivationStep: String, Codable, Hashable, Sendable, CaseIterable {
    case check
    case selection
    case hooks
    case backfill
    case finished
}
