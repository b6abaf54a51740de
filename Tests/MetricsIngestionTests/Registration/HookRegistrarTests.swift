import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Testing
import WebhookModels

@Suite("Registering hooks")
struct HookRegistrarTests {
    @Test("A missing hook is made wherever it is to lie, with what is wished and no more")
    func creates() async throws {
        let lab = try HookLab()
        let wish = lab.wish(key: .random())
        let reports = await (try lab.registrar()).ensure(wish, at: lab.owners)
        #expect(reports.map(\.owner) == lab.owners)
        for report in reports {
            let change = try #require(report.value, "\(report.owner): \(String(describing: report.error))")
            #expect(change.action == .created)
            #expect(change.hook.url == HookLab.url)
            #expect(change.hook.triggers == wish.triggers.intersection(report.owner.triggers))
            #expect(change.hook.hasToken == true && change.hook.hasSigningToken == true)
            let secrets = try #require(lab.fake.world.hookSecrets(change.hook.id.rawValue))
            #expect(secrets.token == HookLab.token.reveal())
        }
    }

    @Test("Doing it again sends only reads", arguments: [GitLabVersion.v17, .v18, .v19])
    func idempotent(version: GitLabVersion) async throws {
        let lab = try HookLab(version: version)
        let registrar = try lab.registrar()
        _ = await registrar.ensure(lab.wish(), at: lab.owners)
        let writes = try await lab.writes {
            let reports = await (try lab.registrar()).ensure(lab.wish(), at: lab.owners)
            #expect(reports.allSatisfy { $0.action == .unchanged })
        }
        #expect(writes.isEmpty)
    }

    @Test("A hook at the same address is ours, however it is spelt, and keeps its address")
    func spelling() async throws {
        let lab = try HookLab()
        let other = "https://Metrics.Example:443/v2/gitlab/webhook/"
        let id = lab.fake.change { $0.addHook(other, toProject: lab.billing) }
        let reports = await (try lab.registrar()).ensure(lab.wish(), at: [.project("acme/billing")])
        let change = try #require(reports.first?.value)
        #expect(change.hook.id.rawValue == id)
        #expect(change.hook.url == other)
        #expect(change.action == .updated([.token, .triggers]))
        #expect(lab.fake.world.hookSecrets(id)?.token == HookLab.token.reveal())
    }

    @Test("What somebody changed is set right, and named")
    func drift() async throws {
        let lab = try HookLab()
        let registrar = try lab.registrar()
        let owner: HookOwner = .project("acme/billing")
        let made = try #require(await registrar.ensure(lab.wish(), at: [owner]).first?.value)
        let meddled = HookSettings(
            url: HookLab.url, triggers: [.push, .wikiPages], name: "Mine", verifiesTLS: false,
            branchFilter: .init("main"))
        _ = try await lab.client().send(.editHook(made.hook.id, of: owner, to: meddled))
        var wish = lab.wish()
        wish.name = "Metrics"
        let change = try #require(await registrar.ensure(wish, at: [owner]).first?.value)
        #expect(change.action == .updated([.triggers, .name, .verifiesTLS, .branchFilter]))
        #expect(change.hook.triggers == made.hook.triggers && change.hook.name == "Metrics")
        #expect(change.hook.verifiesTLS && change.hook.branchFilter == "")
        #expect(await registrar.ensure(wish, at: [owner]).first?.action == .unchanged)
    }

    @Test(
        "A changed secret reaches GitLab, though GitLab never tells which it has",
        arguments: [GitLabVersion.v18, .v19])
    func changedSecret(version: GitLabVersion) async throws {
        let lab = try HookLab(version: version)
        let registrar = try lab.registrar()
        let made = try #require(await registrar.ensure(lab.wish(), at: [.instance]).first?.value)
        let changed = await registrar.ensure(lab.wish(token: Secret("another")), at: [.instance])
        #expect(changed.first?.action == .updated([.token]))
        #expect(lab.fake.world.hookSecrets(made.hook.id.rawValue)?.token == "another")
    }

    @Test("Where it is not known which secret a hook has, it is set again")
    func forgottenSecret() async throws {
        let lab = try HookLab()
        _ = await (try lab.registrar()).ensure(lab.wish(), at: [.group("acme")])
        let forgetful = HookRegistrar(
            client: try lab.client(), instance: "lab", state: InMemoryStorage(), time: lab.time)
        #expect(await forgetful.ensure(lab.wish(), at: [.group("acme")]).first?.action == .updated([.token]))
        #expect(await forgetful.ensure(lab.wish(), at: [.group("acme")]).first?.action == .unchanged)
    }

    @Test("Of several hooks at the address the oldest stays; those elsewhere are not touched")
    func duplicates() async throws {
        let lab = try HookLab()
        let (first, second, foreign) = lab.fake.change { world in
            (
                world.addHook(HookLab.url, toProject: lab.billing),
                world.addHook(HookLab.url, toProject: lab.billing),
                world.addHook("https://other.example/hook", toProject: lab.billing)
            )
        }
        let owner: HookOwner = .project("acme/billing")
        let registrar = try lab.registrar()
        let change = try #require(await registrar.ensure(lab.wish(), at: [owner]).first?.value)
        #expect(change.hook.id.rawValue == first)
        #expect(change.removedDuplicates.map(\.rawValue) == [second])
        #expect(await registrar.remove(HookLab.url, at: [owner]).first?.value?.map(\.rawValue) == [first])
        #expect(await registrar.remove(HookLab.url, at: [owner]).first?.value == [])
        let left = try await lab.client().send(.hooks(of: owner)).elements
        #expect(left.map(\.id.rawValue) == [foreign])
        #expect(left.first?.triggers == [.push])
    }

    @Test("Who may not is told so, owner by owner, and the others go on")
    func refusals() async throws {
        let lab = try HookLab()
        let owners: [HookOwner] = [
            .project("acme/billing"), .group("acme"), .instance, .project("acme/none"),
        ]
        let reports = await (try lab.registrar(token: "glpat-developer")).ensure(lab.wish(), at: owners)
        #expect(reports.map { $0.error?.code } == [.forbidden, .forbidden, .forbidden, .unreachable])
        let mixed = await (try lab.registrar()).ensure(
            lab.wish(), at: [.project("acme/none"), .project("acme/shop")])
        #expect(mixed.map { $0.error?.code } == [.unreachable, nil])
        #expect(mixed.last?.action == .created)
        let unknown = await (try lab.registrar(token: "glpat-nobody")).ensure(lab.wish(), at: [.instance])
        #expect(unknown.first?.error?.code == .credential)
    }

    @Test("Without the tier for hooks of groups, that is what is told")
    func tierMissing() async throws {
        let lab = try HookLab(tier: .free)
        let reports = await (try lab.registrar()).ensure(lab.wish(), at: [.group("acme"), .group("none")])
        #expect(reports.map { $0.error?.code } == [.tierMissing, .unreachable])
    }

    @Test("An instance that cannot sign is not left with a hook whose deliveries would be refused")
    func cannotSign() async throws {
        let lab = try HookLab(version: .v18)
        let owner: HookOwner = .project("acme/shop")
        let reports = await (try lab.registrar()).ensure(lab.wish(key: .random()), at: [owner])
        #expect(reports.first?.error?.code == .cannotSign)
        #expect(try await lab.client().send(.hooks(of: owner)).elements.isEmpty)
    }

    @Test(
        "A wish that nothing could come of is refused before anything is sent",
        arguments: [
            ("", "token"), ("metrics.example", "token"), ("ftp://metrics.example", "token"),
            ("https://user:password@metrics.example", "token"), ("https://metrics.example/#part", "token"),
            (HookLab.url, ""), (HookLab.url, "two\nlines"),
        ])
    func unusableWish(url: String, token: String) async throws {
        let lab = try HookLab()
        let wish = HookWish(url: url, credentials: WebhookCredentials(token: Secret(token)))
        let reports = await (try lab.registrar()).ensure(wish, at: lab.owners)
        #expect(reports.allSatisfy { $0.error?.code == .unusableWish })
        #expect(lab.fake.requestCount == 0)
    }

    @Test("Nothing that is printed or stored tells a secret")
    func nothingLeaks() async throws {
        let lab = try HookLab()
        let key = SigningKey.random()
        let wish = lab.wish(key: key)
        var shown = ""
        for token in ["glpat-root", "glpat-developer"] {
            let reports = await (try lab.registrar(token: token)).ensure(wish, at: lab.owners)
            dump(reports, to: &shown)
            print(reports, HookRotation(of: wish, to: wish.credentials), wish, to: &shown)
        }
        for stored in await lab.storage.keys(in: "hook", prefix: "", at: .distantPast) {
            shown +=
                await lab.storage.value(for: stored, at: .distantPast).map {
                    String(decoding: $0.bytes, as: UTF8.self)
                } ?? ""
        }
        #expect(shown.contains("signingToken") && shown.contains("forbidden"))
        for secret in [HookLab.token.reveal(), key.text.reveal(), "whsec_", "glpat"] {
            #expect(!shown.contains(secret), "\(secret)")
        }
    }

    @Test("The answer to a hook's making is lost, and no second one is made")
    func lostAnswer() async throws {
        let lab = try HookLab()
        let owner: HookOwner = .project("acme/billing")
        let network = FakeGitLabTransport(lab.fake)
        let lossy = InterceptingTransport(over: network) { (_, request) async throws(GitLabError) in
            guard request.method == .post else { return nil }
            _ = try await network.send(request)
            throw GitLabError(.connectionBroken)
        }
        let reports = await (try lab.registrar(over: lossy)).ensure(lab.wish(), at: [owner])
        #expect(reports.first?.error?.code == .gitLab)
        let again = await (try lab.registrar()).ensure(lab.wish(), at: [owner])
        #expect(again.first?.value?.removedDuplicates == [])
        #expect(try await lab.client().send(.hooks(of: owner)).elements.count == 1)
    }
}
