public import Foundation
import LoopbackServer
import WireFormat

/// What a user says to an application that asks for access.
public enum Consent: Hashable, Sendable {
    case granted
    case denied
}

extension FakeGitLab {
    /// Does what the browser of a signed-in user does with an authorization URL, the user's consent or refusal
    /// included.
    ///
    /// - Returns: where the browser is sent: the redirect URI, with `code` and `state`, or with `error`,
    ///   `error_description` and `state`.
    /// - Throws: when GitLab shows an error page in place of going anywhere: the URL is not `/oauth/authorize`, the
    ///   application unknown, the redirect URI not registered; and when there is no such user, or a blocked one.
    public func authorize(_ url: URL, as user: Int, consent: Consent = .granted) throws(WorldError) -> URL {
        let target = url.path() + (url.query().map { "?\($0)" } ?? "")
        guard let request = OAuthRequest(ServerRequest(method: "GET", target: target)),
            request.path == "authorize"
        else { throw WorldError("that is no authorization URL") }
        let location = change { world -> Result<String, WorldError> in
            guard world.isActive(user: user) else { return .failure(.missing("active user", user)) }
            do throws(AuthorizationRequest.Misdirection) {
                return .success(try world.authorize(request, as: user, consent: consent))
            } catch {
                return .failure(WorldError(error.rejection.body["error_description"]?.stringValue ?? ""))
            }
        }
        guard let redirect = URL(string: try location.get()) else {
            throw WorldError("the redirect URI is no URL")
        }
        return redirect
    }

    /// A user types a device's code in and approves.
    ///
    /// - Throws: when no device waits with that code.
    public func approveDevice(userCode: String, as user: Int) throws(WorldError) {
        try decide(userCode, .approved(by: user))
    }

    /// A user types a device's code in and refuses.
    ///
    /// - Throws: when no device waits with that code.
    public func denyDevice(userCode: String) throws(WorldError) { try decide(userCode, .denied) }

    private func decide(_ userCode: String, _ decision: DeviceGrant.Decision) throws(WorldError) {
        let isKnown = change { $0.decide(userCode, decision) }
        guard isKnown else { throw .missing("device waiting with the code", userCode) }
    }
}
