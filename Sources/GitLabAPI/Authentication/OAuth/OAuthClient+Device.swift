import Foundation
public import GitLabVocabulary

extension OAuthClient {
    /// Begins the device flow: show the person the user code and where to type it, then `waitForToken`.
    public func startDevice(scopes: [TokenScope]? = nil) async throws(GitLabError) -> DeviceAuthorization {
        let fields = QueryItems(
            credentials(of: application) + [("scope", Self.joined(scopes ?? application.scopes))])
        let request = try post("authorize_device", fields)
        return try decode(try await answer(to: request, hiding: secrets), of: request)
    }

    /// Asks until the person has decided, no faster than GitLab wants.
    ///
    /// - Throws: `.accessDenied` when the person refuses, `.expiredDeviceCode` when they take too long, `.cancelled`
    ///   as soon as the task is.
    public func waitForToken(_ device: DeviceAuthorization) async throws(GitLabError) -> IssuedTokens {
        let fields: [Field] = [
            ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"),
            ("device_code", device.deviceCode.reveal()),
        ]
        var interval = device.interval
        var waited = Duration.zero
        while waited < device.expiresIn {
            do {
                try await time.sleep(for: interval)
            } catch {
                throw GitLabError(.cancelled)
            }
            waited += interval
            do throws(GitLabError) {
                return try await grant(fields, hiding: [device.deviceCode]).tokens
            } catch {
                switch error.code {
                case .authorizationPending: break
                case .slowDown, .rateLimited: interval += .seconds(5)
                case _ where RenewalOutcome.isPassing(error): interval = interval * 2
                default: throw error
                }
            }
        }
        throw GitLabError(.expiredDeviceCode)
    }
}
