/// How tokens are renewed, whatever kind they are.
struct RenewalPolicy: Sendable {
    /// How long before its end a token is renewed.
    var leeway: Duration
    /// How long a claim holds that is not renewed; longer than one request may take.
    var claim: Duration
    /// How often GitLab is asked before the failure counts.
    var attempts: Int
    /// After a failure, or after GitLab refused a token just renewed, how long it is not asked again.
    var pause: Duration
    /// Whether a refused token is renewed. A personal one is not: rotating a revoked one revokes all its kin.
    var renewsRefused: Bool
}
