import WireFormat

/// <https://docs.gitlab.com/api/oauth2/#device-authorization-grant-flow>
extension World {
    /// `POST /oauth/authorize_device`.
    mutating func authorizeDevice(_ request: OAuthRequest) throws(Rejection) -> Answer {
        guard let uid = request.client.uid, let application = oauth.applications[uid] else {
            throw .invalidClient
        }
        let scopes = try application.granted(request["scope"])
        let code = oauth.secret("device")
        let userCode = String(oauth.secret("user").uppercased().prefix(8))
        oauth.devices[code] = DeviceGrant(
            application: uid, scopes: scopes, userCode: userCode, expiresAt: clock + DeviceGrant.lifetime)
        let page = "\(externalURL)/oauth/device"
        return Answer([
            "device_code": .string(code), "user_code": .string(userCode), "verification_uri": .string(page),
            "verification_uri_complete": .string("\(page)?user_code=\(userCode)"),
            "expires_in": .int(Int(DeviceGrant.lifetime)), "interval": 5,
        ])
    }

    /// What a user says to the device that shows the code.
    ///
    /// - Returns: whether one waits with it.
    mutating func decide(_ userCode: String, _ decision: DeviceGrant.Decision) -> Bool {
        let waiting = oauth.devices.first {
            guard case .pending = $0.value.decision else { return false }
            return $0.value.userCode == userCode && clock < $0.value.expiresAt
        }
        guard let code = waiting?.key else { return false }
        oauth.devices[code]?.decision = decision
        return true
    }

    /// A token for a device whose user has approved.
    mutating func redeemDevice(_ request: OAuthRequest, for application: OAuthApplication) throws(Rejection)
        -> Answer
    {
        let code = try request.required("device_code")
        guard var device = oauth.devices[code], device.application == application.uid else {
            throw .invalidGrant
        }
        do throws(Rejection) {
            let user = try device.poll(at: clock)
            oauth.devices[code] = nil
            let grant = OAuthGrant(application: application.uid, origin: code, redirectURI: nil)
            return issue(grant, to: user, scopes: device.scopes, isRefreshable: false)
        } catch {
            oauth.devices[code] = device
            throw error
        }
    }
}
