import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing

@Suite("PKCE and state")
struct PKCETests {
    @Test(
        "the challenge is what RFC 7636 and GitLab publish for a verifier",
        arguments: [
            ("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
            ("ks02i3jdikdo2k0dkfodf3m39rjfjsdk0wk349rj3jrhf", "2i0WFA-0AerkjQm4X4oDEhqA17QIAKNjXpagHBXmO_U"),
        ])
    func vectors(verifier: String, challenge: String) throws {
        #expect(try #require(PKCE(verifier: Secret(verifier))).challenge == challenge)
    }

    @Test("a verifier is 43 unreserved characters, made of the random bytes given", arguments: 0..<50)
    func verifiers(seed: Int) throws {
        var (one, same, other) = (SplitMix(seed: seed), SplitMix(seed: seed), SplitMix(seed: seed + 1))
        let pkce = PKCE(using: &one)
        #expect(pkce == PKCE(using: &same) && pkce != PKCE(using: &other))
        #expect(pkce.verifier.reveal().count == 43)
        #expect(PKCE(verifier: pkce.verifier) == pkce)
        #expect(pkce.challenge.count == 43 && pkce.challenge.wholeMatch(of: /[\w\-]+/) != nil)
    }

    @Test(
        "what RFC 7636 does not allow is no verifier",
        arguments: [
            "", "short", String(repeating: "a", count: 42), String(repeating: "a", count: 129),
            String(repeating: "a", count: 50) + " ", String(repeating: "ä", count: 43),
        ])
    func refused(text: String) { #expect(PKCE(verifier: Secret(text)) == nil) }

    @Test("the system's random numbers differ, and nothing prints them")
    func system() {
        let (pkce, state) = (PKCE(), OAuthState())
        #expect(pkce != PKCE() && state != OAuthState())
        var text = "\(pkce) \(state) \(String(reflecting: pkce))"
        dump(pkce, to: &text)
        #expect(!text.contains(pkce.verifier.reveal()) && !text.contains(state.secret.reveal()))
    }
}
