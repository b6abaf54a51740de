import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing

@Suite("Device flow")
struct OAuthDeviceTests {
    /// Answers the device's questions with these words, then with a token.
    private static func words(_ words: [String]) -> ScriptedTransport.Script {
        { (request, index) throws(GitLabError) in
            guard index > 0 else {
                return .json(
                    #"{"device_code":"the-device-code","user_code":"AB-CD","expires_in":300,"interval":5,"#
                        + #""verification_uri":"https://gitlab.example.com/oauth/device"}"#)
            }
            guard index <= words.count else { return .json(#"{"access_token":"a-token","expires_in":7200}"#) }
            return .json(#"{"error":"\#(words[index - 1])"}"#, status: 400)
        }
    }

    @Test("asks until the person lets the device in, and not faster than GitLab wants")
    func approved() async throws {
        let scene = try OAuthScene()
        let transport = scene.transport()
        let client = scene.client(over: transport)
        let device = try await client.startDevice()
        #expect(device.completeVerificationURI?.query()?.contains(device.userCode) == true)
        #expect(!"\(device)".contains(device.deviceCode.reveal()))
        let begun = scene.time.elapsed
        try scene.fake.approveDevice(userCode: device.userCode, as: scene.user)
        let tokens = try await client.waitForToken(device)
        #expect(tokens.refresh == nil && tokens.scopes == [.readAPI])
        #expect(scene.time.elapsed - begun == .seconds(5))
    }

    @Test("each slow_down adds five seconds, from then on")
    func slowDown() async throws {
        let scene = try OAuthScene()
        let words = ["authorization_pending", "slow_down", "authorization_pending", "slow_down"]
        let client = scene.client(over: scene.transport(Self.words(words)))
        let device = try await client.startDevice()
        _ = try await client.waitForToken(device)
        #expect(scene.time.slept == [5, 5, 10, 10, 15].map { .seconds($0) })
    }

    @Test(
        "ends when the person refuses or the code does",
        arguments: [
            ("access_denied", .accessDenied), ("expired_token", .expiredDeviceCode),
            ("invalid_grant", .invalidGrant), ("nonsense", .rejected),
        ] as [(String, GitLabError.Code)])
    func ends(word: String, expected: GitLabError.Code) async throws {
        let scene = try OAuthScene()
        let transport = scene.transport(Self.words(["authorization_pending", word]))
        let client = scene.client(over: transport)
        let device = try await client.startDevice()
        let refusal = await code { () throws(GitLabError) in _ = try await client.waitForToken(device) }
        #expect(refusal == expected && transport.requests.count == 3)
    }

    @Test("does not ask beyond the life of the code, whatever is answered")
    func lifetime() async throws {
        let scene = try OAuthScene()
        let transport = scene.transport(Self.words(Array(repeating: "authorization_pending", count: 1_000)))
        let client = scene.client(over: transport)
        let device = try await client.startDevice()
        let refusal = await code { () throws(GitLabError) in _ = try await client.waitForToken(device) }
        #expect(refusal == .expiredDeviceCode && transport.requests.count == 61)
    }

    @Test("stops at once when cancelled")
    func cancelled() async throws {
        let scene = try OAuthScene(mode: .manual)
        let transport = scene.transport(Self.words([]))
        let client = scene.client(over: transport)
        let device = try await client.startDevice()
        let waiting = Task {
            await code { () throws(GitLabError) in _ = try await client.waitForToken(device) }
        }
        await scene.time.untilSleeping(1)
        waiting.cancel()
        #expect(await waiting.value == .cancelled && transport.requests.count == 1)
    }
}
