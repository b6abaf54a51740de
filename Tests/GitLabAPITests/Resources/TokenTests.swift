import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing

@Suite("Rotating access tokens, and GitLab's own DORA metrics")
struct TokenTests {
    private static let now = Date(timeIntervalSince1970: 1_768_000_000)

    private static func fake() throws -> FakeGitLab {
        var world = World(now: now)
        let user = world.addUser("ada")
        let root = world.addUser("root", isAdministrator: true)
        let group = world.addGroup("acme")
        world.addMember(user, toGroup: group, access: .owner)
        let project = try world.addProject("billing", group: group, creator: user)
        world.addToken("glpat-first", for: user, scopes: ["api"])
        world.addToken("glpat-narrow", for: user, scopes: ["read_api"])
        world.addToken("glpat-self", for: user, scopes: ["self_rotate"])
        world.addToken("glpat-root", for: root, scopes: ["api"])
        world.addProjectToken("glpat-project", project: project, access: .developer)
        world.addGroupToken("glpat-group", group: group)
        return FakeGitLab(world: world, time: VirtualTime(now))
    }

    private static func client(_ fake: FakeGitLab, _ token: AccessToken) throws -> GitLabClient {
        GitLabClient(
            instance: try InstanceURL("https://gitlab.test"), credentials: StaticCredential(token),
            transport: FakeGitLabTransport(fake), time: fake.time)
    }

    @Test(
        "a factory makes the request GitLab documents",
        arguments: [
            (RequestFactoryTests.line(.rotateOwnToken()), "POST personal_access_tokens/self/rotate"),
            (RequestFactoryTests.line(.rotateToken(7)), "POST personal_access_tokens/7/rotate"),
            (
                RequestFactoryTests.line(.rotateToken(7, of: "a/b")),
                "POST projects/a%2Fb/access_tokens/7/rotate"
            ),
            (RequestFactoryTests.line(.rotateToken(7, ofGroup: 3)), "POST groups/3/access_tokens/7/rotate"),
            (RequestFactoryTests.line(.accessTokens(of: 3)), "GET projects/3/access_tokens?per_page=100"),
            (RequestFactoryTests.line(.accessTokens(ofGroup: 3)), "GET groups/3/access_tokens?per_page=100"),
            (
                RequestFactoryTests.line(.dora(.leadTimeForChanges, in: 3)),
                "GET projects/3/dora/metrics?metric=lead_time_for_changes&interval=daily"
            ),
            (
                RequestFactoryTests.line(
                    .dora(
                        .changeFailureRate, inGroup: 3, from: RequestFactoryTests.then,
                        through: RequestFactoryTests.later, interval: .monthly,
                        tiers: [.production, .staging])),
                "GET groups/3/dora/metrics?metric=change_failure_rate&start_date=2024-01-01&end_date=2024-02-01"
                    + "&interval=monthly&environment_tiers%5B%5D=production&environment_tiers%5B%5D=staging"
            ),
        ])
    func factories(line: String, documented: String) { #expect(line == documented) }

    @Test("a rotation is never sent twice by itself, and says when the new token ends")
    func body() throws {
        let request: Request<RotatedToken> = .rotateOwnToken(expiresAt: RequestFactoryTests.then)
        #expect(!request.isRepeatable)
        #expect(
            String(decoding: try #require(request.body), as: UTF8.self) == #"{"expires_at":"2024-01-01"}"#)
    }

    @Test("a rotated token works from now on, and the old one no more")
    func rotation() async throws {
        let fake = try Self.fake()
        let old = try Self.client(fake, AccessToken("glpat-first"))
        let rotated = try await old.send(.rotateOwnToken())
        #expect(!"\(rotated)".contains(rotated.credential.secret.reveal()))
        #expect(
            rotated.token.isActive && rotated.token.expiresAt == Date(timeIntervalSince1970: 1_768_521_600))
        let new = try Self.client(fake, rotated.credential)
        #expect(try await new.send(.ownToken).id == rotated.token.id)
        let refused = await #expect(throws: GitLabError.self) { try await old.send(.ownToken) }
        #expect(refused?.code == .revokedToken)
    }

    @Test("rotating a token a second time revokes all that came of it")
    func reuse() async throws {
        let fake = try Self.fake()
        let old = try Self.client(fake, AccessToken("glpat-first"))
        let second = try await old.send(.rotateOwnToken()).credential
        let third = try await Self.client(fake, second).send(.rotateOwnToken()).credential
        let thief = await #expect(throws: GitLabError.self) { try await old.send(.rotateOwnToken()) }
        #expect(thief?.code == .revokedToken)
        let client = try Self.client(fake, third)
        let victim = await #expect(throws: GitLabError.self) { try await client.send(.ownToken) }
        #expect(victim?.code == .revokedToken)
        #expect(fake.world.isTokenActive("glpat-self"))
    }

    @Test("a token may rotate itself with the scope for it alone, and not with one for reading")
    func scopes() async throws {
        let fake = try Self.fake()
        let own = try Self.client(fake, AccessToken("glpat-self"))
        #expect(try await own.send(.rotateOwnToken()).token.scopes == [.selfRotate])
        let narrow = try Self.client(fake, AccessToken("glpat-narrow"))
        let refused = await #expect(throws: GitLabError.self) { try await narrow.send(.rotateOwnToken()) }
        #expect(refused?.code == .insufficientScope)
    }

    @Test("one's own tokens are rotated by id, and an administrator rotates anybody's")
    func byID() async throws {
        let fake = try Self.fake()
        let id = AccessTokenID(rawValue: try #require(fake.world.tokenID("glpat-narrow")))
        let own = try Self.client(fake, AccessToken("glpat-first"))
        let second = try await own.send(.rotateToken(id))
        let root = try Self.client(fake, AccessToken("glpat-root"))
        let third = try await root.send(.rotateToken(second.token.id))
        #expect(third.token.userID == second.token.userID && third.token.id > second.token.id)
        let rootID = AccessTokenID(rawValue: try #require(fake.world.tokenID("glpat-root")))
        await #expect(throws: GitLabError.self) { try await own.send(.rotateToken(rootID)) }
    }

    @Test("tokens of projects and groups are listed with their roles and rotated by their maintainers")
    func resources() async throws {
        let fake = try Self.fake()
        let client = try Self.client(fake, AccessToken("glpat-first"))
        let ofProject = try await client.send(.accessTokens(of: 1)).elements
        #expect(ofProject.map(\.accessLevel) == [.developer])
        let rotated = try await client.send(.rotateToken(try #require(ofProject.first).id, of: 1))
        #expect(rotated.token.accessLevel == .developer && !fake.world.isTokenActive("glpat-project"))
        #expect(try await client.send(.accessTokens(of: 1)).elements.map(\.isRevoked) == [true, false])
        let ofGroup = try await client.send(.accessTokens(ofGroup: 1)).elements
        #expect(ofGroup.map(\.accessLevel) == [.maintainer])
        _ = try await client.send(.rotateToken(try #require(ofGroup.first).id, ofGroup: 1))
        #expect(!fake.world.isTokenActive("glpat-group"))
    }

    @Test(
        "what GitLab publishes is read",
        .enabled(if: PublishedPayload.isThere, "the collection of published bodies is not beside the package")
    )
    func published() throws {
        let rotated: RotatedToken = try PublishedPayload.decode("personal_access_token_rotate")
        #expect(
            rotated.token.id == 42 && rotated.credential.secret.reveal() == "glpat-EXAMPLE-NOT-A-REAL-TOKEN")
        let listed = try #require(
            PublishedPayload.decode("project_access_tokens_list", as: [PersonalAccessToken].self).first)
        #expect(listed.accessLevel == .maintainer && listed.description == "Test Token description")
        let daily: DORASeries = try PublishedPayload.decode("dora_daily")
        #expect(daily.points.map(\.value) == [3, 6, 0, nil])
        #expect(daily.points.first?.date == instant("2026-01-01"))
        let all: DORASeries = try PublishedPayload.decode("dora_all")
        #expect(all.points.map(\.date) == [nil] && all.points.first?.value == 42)
    }

    @Test(
        "old versions send the value of a whole span without a list",
        arguments: [("0.25", 0.25), ("null", nil)])
    func bare(body: String, value: Double?) throws {
        let series: DORASeries = try decode(body)
        #expect(series.points.count == 1 && series.points[0].value == value)
    }
}
