import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import Testing

/// Tokens that tell no scopes: what they may do shows only by trying.
@Suite("Fine-grained tokens in a connection check") struct FineGrainedTokenTests {
    private static func report(
        without missing: Set<String> = [], isMaintainer: Bool = true,
        options: ConnectionCheck.Options = .init()
    ) async throws -> ConnectionReport {
        var lab = try CheckLab()
        lab.addFineGrainedToken(without: missing)
        lab.world.addMember(lab.user, toGroup: lab.group, access: isMaintainer ? .maintainer : .reporter)
        return await ConnectionCheckTests.report(lab, options: options)
    }

    @Test("Reading is granted when all could be read; what would write is not known, and said to be so")
    func reading() async throws {
        let report = try await Self.report(options: .init(capabilities: Set(Capability.all)))
        #expect(report.isFineGrained == true && report.tokenKind == .personal && report.scopes == nil)
        #expect(report.state == .connected && report.findings.isEmpty)
        #expect(report[.readAnalytics]?.isGranted == true)
        for capability in [Capability.commentOnMergeRequests, .manageHooks] {
            let standing = try #require(report[capability])
            #expect(standing.isGranted == nil && standing.scopesMissing.isEmpty)
            #expect(standing.scopesGranted.isEmpty)
        }
        for probe in [Probe.comments, .hooks] {
            #expect(report[probe]?.outcome == .skipped)
            #expect(report[probe]?.note?.contains("does not tell") == true)
        }
        #expect(report[.token]?.note == "“fine-grained”, fine-grained")
        #expect(report[.scopes]?.note?.contains("permissions in the place of scopes") == true)
    }

    @Test(
        "Reading is not granted when one permission is missing, which is named",
        arguments: ["read_merge_request", "read_pipeline", "read_deployment", "read_project"])
    func missing(_ permission: String) async throws {
        let report = try await Self.report(without: [permission])
        #expect(report[.readAnalytics]?.isGranted == false && report.state == .degraded)
        #expect(report.headline?.code == .permissionMissing)
        #expect(report.headline?.message.contains(permission) == true, "\(report.headline?.message ?? "")")
    }

    @Test("A token that may not see its own user is still tried at projects")
    func anonymous() async throws {
        let report = try await Self.report(without: ["read_user", "read_metadata", "read_member"])
        #expect(report.username == nil && report[.user]?.outcome == .skipped)
        #expect(report[.readAnalytics]?.isGranted == true && report.state == .connected)
    }

    @Test("What the role rules out is ruled out for a fine-grained token too")
    func role() async throws {
        let report = try await Self.report(isMaintainer: false)
        #expect(report[.manageHooks]?.isGranted == false)
        #expect(report[.commentOnMergeRequests]?.isGranted == nil)
    }

    @Test("A token that may not look at itself, and a bare 403, are known for what they are")
    func bare() async throws {
        var lab = try CheckLab()
        lab.addFineGrainedToken()
        let fake = lab.fake()
        let transport = Refusing(
            [
                "/personal_access_tokens/self": .json(
                    403, #"{"error":"insufficient_granular_scope","error_description":"Not permitted."}"#),
                "/merge_requests": .json(403, #"{"message":"403 Forbidden"}"#),
            ], over: FakeGitLabTransport(fake))
        let report = await ConnectionCheck(
            url: "https://gitlab.test", token: Secret(CheckLab.token), transport: transport, time: fake.time
        ).run()
        #expect(report.isFineGrained == true && report[.token]?.outcome == .passed)
        #expect(report[.mergeRequests]?.findings.map(\.code) == [.permissionMissing])
        #expect(report[.readAnalytics]?.isGranted == false)
    }

    @Test("A token with scopes is not fine-grained, and keeps its scopes")
    func scoped() async throws {
        var lab = try CheckLab()
        lab.addToken()
        let report = await ConnectionCheckTests.report(lab)
        #expect(report.isFineGrained == false && report.scopes == [.readAPI])
    }
}
