/// That a process is renewing an account's tokens and the others wait: a token renewed twice is lost.
///
/// It names no instant, since the clocks of two machines differ. Whoever has seen the same claim unchanged for its
/// whole length may take it over: its holder has crashed.
public struct RenewalClaim: Sendable, Equatable {
    /// Who renews: a random name.
    public let holder: String
    /// For how long it holds unless it is renewed.
    public let length: Duration

    public init(holder: String, length: Duration) {
        self.holder = holder
        self.length = length
    }
}
