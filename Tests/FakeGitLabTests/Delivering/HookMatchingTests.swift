import Foundation
import GitLabAPI
import Synchronization
import Testing
import WireFormat

@testable import FakeGitLab

@Suite("Which hooks hear of it")
struct HookMatchingTests {
    private static func heard(_ scene: HookScene) async -> [Int] {
        await scene.fake.deliver().map(\.hook)
    }

    @Test(
        "the project's, those of the groups above it with a licence, and the instance's",
        arguments: Tier.allCases)
    func places(_ tier: Tier) async throws {
        let scene = try HookScene(tier: tier)
        let hooks = try scene.fake.change { world in
            let other = try world.addProject("other", group: scene.group)
            let aside = world.addGroup("aside")
            return [
                world.addHook("https://a.example", toProject: scene.project, switches: .all),
                world.addHook("https://b.example", toProject: other, switches: .all),
                world.addHook("https://c.example", toGroup: scene.subgroup, switches: .all),
                world.addHook("https://d.example", toGroup: scene.group, switches: .all),
                world.addHook("https://e.example", toGroup: aside, switches: .all),
                world.addSystemHook("https://f.example", switches: .all),
            ]
        }
        let groups = tier == .free ? [] : [hooks[2], hooks[3]]
        scene.announce(system: true)
        #expect(await Self.heard(scene) == [hooks[0]] + groups + [hooks[5]])
        scene.announce(system: false)
        #expect(await Self.heard(scene) == [hooks[0]] + groups)
    }

    @Test("only what its switches let through, confidential things by their own")
    func switches() async throws {
        let scene = try HookScene()
        let plain = scene.addHook(["issues_events"])
        let confidential = scene.addHook(["confidential_issues_events"])
        scene.announce("issues_events", header: "Issue Hook")
        #expect(await Self.heard(scene) == [plain])
        scene.announce("confidential_issues_events", header: "Confidential Issue Hook")
        #expect(await Self.heard(scene) == [confidential])
        scene.announce("note_events", header: "Note Hook")
        #expect(await Self.heard(scene).isEmpty)
    }

    @Test("hooks of the instance hear of what they have no switch for, and of the rest by switch")
    func instance() async throws {
        let scene = try HookScene()
        let hook = scene.fake.change { $0.addSystemHook("https://f.example", switches: []) }
        let receiver = Receiver()
        for trigger in [nil, "member_events", "merge_requests_events", "repository_update_events"] {
            scene.announce(trigger, header: "Some Hook", system: true)
        }
        let attempts = await scene.fake.deliver(over: receiver.transport)
        #expect(attempts.map(\.hook) == [hook, hook])
        #expect(receiver.values("X-Gitlab-Event") == ["System Hook", "System Hook"])
    }

    @Test(
        "pushes by branch",
        arguments: [
            ("", "wildcard", "anything", true), ("main", "wildcard", "main", true),
            ("main", "wildcard", "maintenance", false), ("release/*", "wildcard", "release/1/2", true),
            ("*-stable", "wildcard", "1.2-stable", true), ("*-stable", "wildcard", "1.2-stable-", false),
            ("a.c", "wildcard", "abc", false), ("(main|release/.+)", "regex", "release/1", true),
            ("^main$", "regex", "maintenance", false), ("[", "regex", "[", false),
            ("main", "all_branches", "x", true),
        ])
    func branches(_ filter: String, _ strategy: String, _ branch: String, _ isHeard: Bool) async throws {
        let scene = try HookScene()
        let hook = scene.addHook()
        try scene.fake.change { try $0.setHookBranchFilter(filter, strategy: strategy, ofHook: hook) }
        scene.announce("push_events", header: "Push Hook", branch: branch)
        #expect(await Self.heard(scene) == (isHeard ? [hook] : []))
        scene.announce("tag_push_events", header: "Tag Push Hook")
        #expect(await Self.heard(scene) == [hook])
    }

    @Test("events and log names of every switch")
    func names() {
        let expected = [
            "push_events": ("Push Hook", "push_hooks"),
            "merge_requests_events": ("Merge Request Hook", "merge_request_hooks"),
            "confidential_issues_events": ("Confidential Issue Hook", "confidential_issue_hooks"),
            "releases_events": ("Release Hook", "release_hooks"),
            "emoji_events": ("Emoji Hook", "emoji_hooks"),
            "resource_access_token_events": ("Resource Access Token Hook", "resource_access_token_hooks"),
            "wiki_page_events": ("Wiki Page Hook", "wiki_page_hooks"),
            "job_events": ("Job Hook", "job_hooks"),
        ]
        for (name, (event, trigger)) in expected {
            #expect(Hook.event(ofSwitch: name) == event && Hook.trigger(ofSwitch: name) == trigger)
        }
    }

    @Test("beyond a limit a minute deliveries are dropped, for each top-level group by itself")
    func limit() async throws {
        let scene = try HookScene(policy: HookPolicy(perMinute: 3))
        _ = scene.addHook()
        for _ in 1...5 { scene.announce() }
        #expect(await Self.heard(scene).count == 3)
        scene.announce()
        #expect(await Self.heard(scene).isEmpty)
        scene.time.advance(by: .seconds(60))
        scene.announce()
        #expect(await Self.heard(scene).count == 1)
    }

    @Test("in silence nothing is sent, and what happened meanwhile never")
    func silence() async throws {
        let scene = try HookScene(policy: HookPolicy(isSilent: true))
        _ = scene.addHook()
        scene.announce()
        scene.fake.hookPolicy.isSilent = false
        #expect(await Self.heard(scene).isEmpty)
    }

    @Test("what a receiver changes because of a delivery is not told to the hook that told it")
    func recursion() async throws {
        let scene = try HookScene()
        let told = scene.addHook()
        let receiver = Receiver()
        scene.announce()
        await scene.fake.deliver(over: receiver.transport)
        let event = try #require(receiver.values("X-Gitlab-Event-UUID")[0])
        let untold = scene.addHook()
        let waiting = scene.fake.state.withLock { state in
            let now = state.world.clock
            state.world.announcements.append(
                Announcement(
                    trigger: "merge_requests_events", header: "Merge Request Hook", project: scene.project,
                    body: [:], at: now))
            state.collect(causedBy: event)
            return state.outbox.waiting
        }
        #expect(waiting.map(\.hook) == [untold] && waiting.map(\.eventUUID) == [event] && told != untold)
    }
}
