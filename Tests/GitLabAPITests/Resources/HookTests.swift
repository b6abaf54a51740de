import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing
import WireFormat

@Suite("Webhooks")
struct HookTests {
    static let owners: [HookOwner] = [.project(1), .group(1), .instance]

    @Test(
        "a factory makes the request GitLab documents",
        arguments: [
            (RequestFactoryTests.line(.hooks(of: .project("a/b"))), "GET projects/a%2Fb/hooks?per_page=100"),
            (RequestFactoryTests.line(.hooks(of: .instance)), "GET hooks?per_page=100"),
            (RequestFactoryTests.line(.hook(4, of: .group(7))), "GET groups/7/hooks/4"),
            (RequestFactoryTests.line(.deleteHook(4, of: .instance)), "DELETE hooks/4"),
            (
                RequestFactoryTests.line(.testHook(4, of: .project(1), trigger: .mergeRequests)),
                "POST projects/1/hooks/4/test/merge_requests_events"
            ),
            (RequestFactoryTests.line(.testHook(4, of: .instance)), "POST hooks/4"),
            (
                RequestFactoryTests.line(
                    .hookEvents(ofHook: 4, of: .group(7), outcomes: [.clientFailure, "301"], perPage: 20)),
                "GET groups/7/hooks/4/events?status%5B%5D=client_failure&status%5B%5D=301&per_page=20"
            ),
            (
                RequestFactoryTests.line(.resendHookEvent(9, ofHook: 4, of: .project(1))),
                "POST projects/1/hooks/4/events/9/resend"
            ),
            (
                RequestFactoryTests.line(
                    .setCustomHeader("X-A b", to: Secret("s"), ofHook: 4, of: .project(1))),
                "PUT projects/1/hooks/4/custom_headers/X-A%20b"
            ),
            (
                RequestFactoryTests.line(.deleteURLVariable("part", ofHook: 4, of: .project(1))),
                "DELETE projects/1/hooks/4/url_variables/part"
            ),
        ])
    func factories(line: String, documented: String) { #expect(line == documented) }

    @Test("settings name every switch of the owner, on or off", arguments: owners)
    func switches(owner: HookOwner) throws {
        let settings = HookSettings(url: "https://r.example", triggers: [.mergeRequests])
        let request: Request<Hook> = .createHook(settings, of: owner)
        let body = try JSONValue(parsing: Array(#require(request.body)))
        for trigger in owner.triggers {
            #expect(body[trigger.rawValue]?.boolValue == (trigger == .mergeRequests), "\(trigger)")
        }
        #expect(body["token"] == nil && body["custom_headers"] == nil && body["name"] == nil)
        #expect(!request.isRepeatable)
    }

    @Test("secrets stand in the body alone, and nothing that prints shows them")
    func secrets() throws {
        let settings = HookSettings(
            url: "https://r.example/{part}", triggers: [.push], token: Secret("hush-token"),
            signingToken: Secret("whsec_hush"), customHeaders: ["X-Key": Secret("hush-header")],
            urlVariables: ["part": Secret("hush-part")])
        let request: Request<Hook> = .editHook(4, of: .project(1), to: settings)
        let body = String(decoding: try #require(request.body), as: UTF8.self)
        for secret in ["hush-token", "whsec_hush", "hush-header", "hush-part"] {
            #expect(body.contains(secret))
            #expect(!"\(settings)".contains(secret) && !String(reflecting: settings).contains(secret))
            #expect(!"\(request)".contains(secret) && !request.path.contains(secret))
        }
    }

    @Test(
        "what GitLab publishes is read",
        .enabled(
            if: PublishedPayload.isThere, "the collection of published bodies is not beside the package"),
        arguments: ["project_hook", "group_hook", "system_hook", "project_hook_disabled"])
    func published(name: String) throws {
        let hook: Hook = try PublishedPayload.decode(name)
        #expect(hook.triggers.contains(.push) && hook.triggers.contains(.mergeRequests))
        #expect(hook.hasToken == true && hook.hasSigningToken == false && hook.verifiesTLS)
        #expect(hook.triggers.contains(.subgroups) == (name == "group_hook"))
        #expect(
            (hook.projectID == nil) == !name.hasPrefix("project")
                && (hook.groupID == 3) == (name == "group_hook"))
        let isResting = name.hasSuffix("disabled")
        #expect(
            (hook.alertStatus == .temporarilyDisabled) == isResting
                && (hook.disabledUntil != nil) == isResting)
        if name != "system_hook" { #expect(hook.customHeaders == ["Authorization"]) }
    }

    @Test(
        "the published log is read without what was sent",
        .enabled(if: PublishedPayload.isThere, "the collection of published bodies is not beside the package")
    )
    func log() throws {
        let event = try #require(PublishedPayload.decode("hook_events_list", as: [HookEvent].self).first)
        #expect(event.responseStatus == 200 && event.trigger == "push_hooks")
        #expect(event.idempotencyKey == "a5461c4d-9c7f-4af9-add6-cddebe3c426f" && event.eventUUID != nil)
        let resent: HookEvent.Resent = try PublishedPayload.decode("hook_event_resend")
        #expect(resent.responseStatus == 200)
        let broken: HookEvent = try decode(#"{"id": 2, "response_status": "internal error"}"#)
        #expect(broken.responseStatus == nil && broken.webhookUUID == nil)
    }

    private static func client() throws -> (FakeGitLab, GitLabClient) {
        let now = Date(timeIntervalSince1970: 1_768_000_000)
        var world = World(now: now, version: .v19)
        let root = world.addUser("root", isAdministrator: true)
        let group = world.addGroup("acme")
        world.addMember(root, toGroup: group, access: .owner)
        try world.addProject("billing", group: group, creator: root)
        world.addToken("glpat-root", for: root, scopes: ["api"])
        let fake = FakeGitLab(world: world, time: VirtualTime(now))
        let client = GitLabClient(
            instance: try InstanceURL("https://gitlab.test"),
            credentials: StaticCredential(AccessToken("glpat-root")), transport: FakeGitLabTransport(fake),
            time: fake.time)
        return (fake, client)
    }

    @Test("a hook is made, changed, tested, read and removed, wherever it lies", arguments: owners)
    func life(owner: HookOwner) async throws {
        let (fake, client) = try Self.client()
        var settings = HookSettings(
            url: "https://r.example/{part}", triggers: [.mergeRequests, .push], name: "Metrics",
            token: Secret("first"), verifiesTLS: false,
            branchFilter: .init("release/*"), urlVariables: ["part": Secret("one")])
        let made = try await client.send(.createHook(settings, of: owner))
        #expect(made.triggers == settings.triggers && made.name == "Metrics" && !made.verifiesTLS)
        #expect(made.hasToken == true && made.urlVariables == ["part"] && made.branchFilter == "release/*")
        #expect(try await client.send(.hook(made.id, of: owner)) == made)
        settings.triggers = [.push]
        settings.token = nil
        settings.signingToken = Secret("whsec_c2VjcmV0")
        settings.customHeaders = ["X-A": Secret("a")]
        let edited = try await client.send(.editHook(made.id, of: owner, to: settings))
        #expect(edited.triggers == [.push] && edited.hasToken == true && edited.hasSigningToken == true)
        try await client.send(.setCustomHeader("X-B", to: Secret("b"), ofHook: made.id, of: owner))
        try await client.send(.deleteCustomHeader("X-A", ofHook: made.id, of: owner))
        try await client.send(.setURLVariable("part", to: Secret("two"), ofHook: made.id, of: owner))
        let listed = try await client.send(.hooks(of: owner)).elements
        #expect(listed.map(\.id) == [made.id] && listed[0].customHeaders == ["X-B"])
        let kept = try #require(fake.world.hookSecrets(made.id.rawValue))
        #expect(kept.token == "first" && kept.headers == ["X-B": "b"] && kept.variables == ["part": "two"])
        try await client.send(.testHook(made.id, of: owner))
        try await client.send(.deleteHook(made.id, of: owner))
        #expect(try await client.send(.hooks(of: owner)).elements.isEmpty)
        let gone = await #expect(throws: GitLabError.self) {
            try await client.send(.hook(made.id, of: owner))
        }
        #expect(gone?.code == .notFound)
    }

    @Test("the log holds seven days of sendings, by outcome, and each can be sent again")
    func deliveries() async throws {
        let (fake, client) = try Self.client()
        let owner = HookOwner.project(1)
        let id = HookID(rawValue: fake.change { $0.addHook("https://r.example", toProject: 1) })
        try fake.change { world in
            let now = world.now
            world.now = now - 8 * 86_400
            try world.recordDelivery(ofHook: id.rawValue, status: 500)
            world.now = now
            try world.recordDelivery(ofHook: id.rawValue, trigger: "merge_request_hooks", status: 404)
        }
        try await client.send(.testHook(id, of: owner))
        let events = try await client.send(.hookEvents(ofHook: id, of: owner)).elements
        #expect(events.map(\.responseStatus) == [200, 404])
        let failed = try await client.send(.hookEvents(ofHook: id, of: owner, outcomes: [.clientFailure]))
            .elements
        #expect(failed.map(\.trigger) == ["merge_request_hooks"])
        let resent = try await client.send(
            .resendHookEvent(try #require(failed.first).id, ofHook: id, of: owner))
        #expect(resent.responseStatus == 200)
        #expect(try await client.send(.hookEvents(ofHook: id, of: owner)).elements.count == 3)
    }

    @Test("a test of what does not exist and a sixth test in a minute are refused")
    func limits() async throws {
        let (fake, client) = try Self.client()
        let owner = HookOwner.project(1)
        let id = HookID(rawValue: fake.change { $0.addHook("https://r.example", toProject: 1) })
        let empty = await #expect(throws: GitLabError.self) {
            try await client.send(.testHook(id, of: owner, trigger: .mergeRequests))
        }
        #expect(empty?.status == 422)
        for _ in 0..<4 { try await client.send(.testHook(id, of: owner)) }
        let limited = await #expect(throws: GitLabError.self) {
            try await client.send(.testHook(id, of: owner))
        }
        #expect(limited?.status == 429)
    }
}
