import WireFormat

extension World {
    /// Where the browser of a user goes who is asked for consent.
    mutating func authorize(_ request: OAuthRequest, as user: Int, consent: Consent)
        throws(AuthorizationRequest.Misdirection) -> String
    {
        let authorization = try AuthorizationRequest(request, in: self)
        do throws(Rejection) {
            let code = try authorization.code(for: user, at: clock)
            guard consent == .granted else { throw .accessDenied }
            let value = oauth.secret("code")
            oauth.codes[value] = code
            return authorization.redirect([("code", value)])
        } catch {
            return authorization.redirect(error)
        }
    }

    /// `GET /oauth/authorize` of a browser nobody has signed in with.
    func authorizationPage(_ request: OAuthRequest) -> Answer {
        do throws(AuthorizationRequest.Misdirection) {
            let authorization = try AuthorizationRequest(request, in: self)
            do throws(Rejection) {
                _ = try authorization.code(for: Self.ghost, at: clock)
                return .redirect(to: "\(externalURL)/users/sign_in")
            } catch {
                return .redirect(to: authorization.redirect(error))
            }
        } catch {
            let description = error.rejection.body["error_description"]?.stringValue ?? ""
            return Answer(
                status: error.rejection.status,
                text: "<!DOCTYPE html><title>An error has occurred</title><p>\(description)</p>",
                contentType: "text/html")
        }
    }
}

extension Answer {
    fileprivate static func redirect(to location: String) -> Answer {
        var answer = Answer(status: 302, text: "", contentType: "text/html")
        answer.headers = [("Location", location)]
        return answer
    }
}
