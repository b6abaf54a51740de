import GitLabAPI
import MetricsCore
import Testing

@Suite("A backfill with many tokens")
struct ManyTokensTests {
    @Test(
        "Ends complete though one token dies midway and one cannot see half of the projects",
        arguments: 0..<6)
    func endsComplete(seed: Int) async throws {
        let run = try ManyTokensRun(seed: UInt64(seed), lifetime: 10 + 5 * seed)
        let records = try await run.read()
        let alone = try await run.readAlone()
        #expect(records == alone)
        #expect(records.projects.count == 6)

        let status = Dictionary(run.pool.status.map { ($0.label, $0) }, uniquingKeysWith: { $1 })
        // GraphQL says of a revoked token no more than that it is invalid.
        let death = try #require(status["mortal"]?.failure?.code)
        #expect([.revokedToken, .invalidToken].contains(death))
        #expect(status["narrow"]?.failure == nil && status["wide"]?.failure == nil)
        #expect(status["narrow"]?.requests ?? 0 > 0)

        let inVain = run.log.entries.filter { $0.status == 401 || $0.status == 403 || $0.status == 404 }
        #expect(inVain.count == Set(inVain).count, "nothing is asked twice of one token in vain")
        #expect(inVain.allSatisfy { !$0.token.contains("wide") }, "what it answers is not asked in vain")
    }

    /// The code of Documentation/ManyTokens.md; it needs a real GitLab and only has to compile.
    static func connect(
        _ instance: InstanceURL, _ first: String, _ second: String, _ third: String
    ) -> (CredentialPool, GitLabClient) {
        let pool = CredentialPool(
            [
                PooledCredential("metrics", AccessToken(first), seesEverything: true),
                PooledCredential("payments bot", AccessToken(second)),
                PooledCredential("website bot", AccessToken(third)),
            ],
            onSetAside: { print("\($0.credential): not used for \($0.extent) any more: \($0.error)") })
        let client = GitLabClient.standard(instance: instance, pool: pool)
        return (pool, client)
    }
}
