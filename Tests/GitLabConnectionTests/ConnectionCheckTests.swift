import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import Testing

@Suite("Connection check") struct ConnectionCheckTests {
    static func report(
        _ lab: CheckLab, options: ConnectionCheck.Options = .init(), token: String = CheckLab.token
    ) async -> ConnectionReport {
        let fake = lab.fake()
        return await ConnectionCheck(
            url: "https://gitlab.test", token: Secret(token), options: options,
            transport: FakeGitLabTransport(fake), time: fake.time
        ).run()
    }

    @Test("A good connection is told who it is, what it sees and what it may do")
    func good() async throws {
        var lab = try CheckLab()
        lab.addToken()
        let report = await Self.report(lab)
        #expect(report.state == .connected && report.verdict == nil && report.findings.isEmpty)
        #expect(report.instance == "https://gitlab.test" && report.isEnterprise == true)
        #expect(report.version == GitLabVersion.v19.text)
        #expect(report.username == "metrics" && report.tokenKind == .personal)
        #expect(report.scopes == [.readAPI] && report.role == .reporter)
        #expect(report.projects == .init(2) && report.groups == 1)
        #expect(report[.readAnalytics]?.isGranted == true)
        #expect(report[.commentOnMergeRequests]?.scopesMissing == [.api])
        #expect(report[.manageHooks]?.isGranted == false)
        #expect(report.probes.map(\.probe) == Probe.all)
        let skipped = report.probes.filter { $0.outcome == .skipped }.map(\.probe)
        #expect(skipped == [.comments, .hooks, .hookHealth, .testDelivery])
    }

    @Test("A maintainer's token with the scope api may do everything")
    func everything() async throws {
        var lab = try CheckLab()
        lab.addToken(scopes: ["api"])
        lab.world.addMember(lab.user, toGroup: lab.group, access: .maintainer)
        let report = await Self.report(lab, options: .init(capabilities: Set(Capability.all)))
        #expect(report.state == .connected)
        #expect(report.capabilities.allSatisfy { $0.isGranted == true })
    }

    @Test("The kind of a token is told")
    func kinds() async throws {
        var lab = try CheckLab()
        lab.world.addProjectToken("glpat-p", project: lab.billing, access: .reporter)
        lab.world.addGroupToken("glpat-g", group: lab.group, access: .reporter)
        lab.world.addServiceAccount("glpat-s", group: lab.group)
        lab.world.addImpersonationToken("glpat-i", for: lab.user)
        let kinds: [(String, TokenKind)] = [
            ("glpat-p", .project), ("glpat-g", .group), ("glpat-s", .serviceAccount), ("glpat-i", .personal),
        ]
        for (token, kind) in kinds {
            let report = await Self.report(lab, token: token)
            #expect(report.tokenKind == kind && report.state == .connected, "\(token)")
        }
    }

    @Test("A token of OAuth is asked of the authorization server, and its command says Bearer")
    func oauth() async throws {
        let lab = try CheckLab()
        let fake = lab.fake()
        fake.change {
            $0.addApplication(
                uid: "app", secret: "hush", redirectURIs: ["https://app.test/back"], scopes: ["read_api"])
        }
        let page =
            "https://gitlab.test/oauth/authorize?client_id=app&response_type=code&state=s&scope=read_api"
            + "&redirect_uri=https%3A%2F%2Fapp.test%2Fback"
        let back = try fake.authorize(try #require(URL(string: page)), as: lab.user)
        let code = try #require(
            URLComponents(url: back, resolvingAgainstBaseURL: false)?.queryItems?.first { $0.name == "code" }?
                .value)
        let form =
            "grant_type=authorization_code&client_id=app&client_secret=hush&code=\(code)"
            + "&redirect_uri=https%3A%2F%2Fapp.test%2Fback"
        let answer = try await FakeGitLabTransport(fake).send(
            HTTPRequest(
                method: .post, url: try #require(URL(string: "https://gitlab.test/oauth/token")),
                headers: ["Content-Type": "application/x-www-form-urlencoded"], body: Data(form.utf8)))
        let token = try #require(
            (try JSONSerialization.jsonObject(with: answer.body) as? [String: Any])?["access_token"]
                as? String)
        let check = ConnectionCheck(
            url: "https://gitlab.test", token: Secret(token), transport: FakeGitLabTransport(fake),
            time: fake.time)
        let report = await check.run()
        #expect(report.tokenKind == .oauth && report.scopes == [.readAPI] && report.state == .connected)
        let finding = await Diagnosis(check).run("acme/biling").findings.first
        #expect(finding?.evidence?.command?.contains("Authorization: Bearer $GITLAB_TOKEN") == true)
    }

    @Test("Nothing is asked after the answer that leaves nothing to learn")
    func stopping() async throws {
        let lab = try CheckLab()
        let report = await Self.report(lab)
        #expect(report[.token]?.outcome == .failed)
        let after = report.probes.drop { $0.probe != .token }.dropFirst()
        #expect(after.allSatisfy { $0.outcome == .skipped })
        #expect(report.probes.prefix(4).allSatisfy { $0.outcome == .passed })
    }

    @Test("A limit that is met on the way ends the check: nothing more is sent")
    func limit() async throws {
        var lab = try CheckLab()
        lab.addToken()
        lab.faults.add(.tooManyRequests(retryAfter: nil), at: "groups")
        let report = await Self.report(lab)
        #expect(report.verdict == .rateLimited && report.state == .degraded)
        let after = report.probes.drop { $0.probe != .groups }.dropFirst()
        #expect(after.allSatisfy { $0.outcome == .skipped })
    }

    @Test("A cancelled check says so, and sends nothing")
    func cancelled() async throws {
        var lab = try CheckLab()
        lab.addToken()
        let fake = lab.fake()
        let check = ConnectionCheck(
            url: "https://gitlab.test", token: Secret(CheckLab.token), transport: FakeGitLabTransport(fake),
            time: fake.time)
        let report = await Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await check.run()
        }.value
        #expect(report.verdict == .cancelled && report.state == .unreachable && fake.requestCount == 0)
    }

    @Test("Evidence shows the exchange, and a command that repeats it without the token")
    func evidence() async throws {
        let lab = try CheckLab()
        let report = await Self.report(lab)
        let evidence = try #require(report.headline?.evidence)
        #expect(evidence.request == "GET /api/v4/personal_access_tokens/self" && evidence.status == 401)
        #expect(evidence.detail == "401 Unauthorized")
        #expect(
            evidence.command
                == #"curl --include --header "PRIVATE-TOKEN: $GITLAB_TOKEN" "#
                + "'https://gitlab.test/api/v4/personal_access_tokens/self'")
    }

    @Test("A report is stored and read back")
    func storing() async throws {
        var lab = try CheckLab()
        lab.addToken(scopes: ["api"], expiresIn: 3)
        let report = await Self.report(lab, options: .init(capabilities: Set(Capability.all)))
        let stored = try JSONEncoder().encode(report)
        #expect(try JSONDecoder().decode(ConnectionReport.self, from: stored) == report)
        #expect(report.format == ConnectionReport.currentFormat)
        let object = try #require(try JSONSerialization.jsonObject(with: stored) as? [String: Any])
        #expect(object["format"] as? Int == 1 && object["username"] as? String == "metrics")
    }
}
