import FakeGitLab
import Foundation
import GitLabAPI
import Testing
import WireFormat

@Suite("The log of a hook, tests and sending again")
struct HookLogTests {
    @Test("the log holds what was sent and what came back, cut to eight kilobytes, for seven days")
    func log() async throws {
        let scene = try HookScene()
        let hook = scene.addHook()
        scene.announce(body: ["object_kind": "merge_request", "n": 1])
        let receiver = Receiver { _ throws(GitLabError) in
            HTTPResponse(
                status: 503, headers: ["X-Long": String(repeating: "h", count: 2000)],
                body: Data(String(repeating: "b", count: 10_000).utf8))
        }
        await scene.fake.deliver(over: receiver.transport)
        let entry = try #require(try await scene.log(hook, status: "server_failure").first)
        #expect(entry["trigger"] == "merge_request_hooks" && entry["response_status"] == "503")
        #expect(entry["request_data"] == ["object_kind": "merge_request", "n": 1])
        #expect(entry["response_body"]?.stringValue?.utf8.count == 8192)
        #expect(entry["response_headers"]?["X-Long"]?.stringValue?.count == 1024)
        let key = receiver.received.first?.headers["Idempotency-Key"]
        #expect(entry["request_headers"]?["Idempotency-Key"]?.stringValue == key)
        scene.time.advance(by: .seconds(7 * 86_400 - 1))
        #expect(try await scene.log(hook).count == 1)
        scene.time.advance(by: .seconds(1))
        #expect(try await scene.log(hook).isEmpty)
    }

    @Test("sent again it is the same under the same key, in a request of its own, at a new time")
    func resending() async throws {
        let scene = try HookScene()
        let hook = scene.addHook(token: "hush")
        scene.announce(body: ["object_kind": "merge_request", "n": 1.5])
        let receiver = Receiver { number throws(GitLabError) in HTTPResponse(status: number == 1 ? 500 : 202)
        }
        scene.fake.receivers = receiver.transport
        await scene.fake.deliver()
        let failed = try #require(try await scene.log(hook).first?["id"]?.intValue)
        scene.time.advance(by: .seconds(90))
        let path = "projects/\(scene.project)/hooks/\(hook)/events/\(failed)/resend"
        let answer = try await scene.ask("POST", path)
        #expect(answer.status == 201 && answer.body == ["response_status": 202])
        let (first, second) = (receiver.received[0], receiver.received[1])
        #expect(first.body == second.body)
        for name in [
            "Idempotency-Key", "webhook-id", "X-Gitlab-Event", "X-Gitlab-Event-UUID", "X-Gitlab-Token",
        ] {
            #expect(first.headers[name] == second.headers[name], "\(name)")
        }
        #expect(first.headers["X-Gitlab-Webhook-UUID"] != second.headers["X-Gitlab-Webhook-UUID"])
        #expect(receiver.values("webhook-timestamp") == ["1768000000", "1768000090"])
        #expect(try await scene.log(hook).map { $0["response_status"] } == ["202", "500"])
        for _ in 1...4 { #expect(try await scene.ask("POST", path).status == 201) }
        #expect(try await scene.ask("POST", path).status == 429)
    }

    @Test("it cannot be sent again to another address, by a disabled hook, or when nobody answers")
    func refusals() async throws {
        let scene = try HookScene()
        let hook = scene.addHook()
        scene.fake.receivers =
            Receiver { _ throws(GitLabError) in throw GitLabError(.unreachableDNS) }.transport
        scene.announce()
        await scene.fake.deliver()
        let entry = try #require(try await scene.log(hook).first?["id"]?.intValue)
        let path = "projects/\(scene.project)/hooks/\(hook)/events/\(entry)/resend"
        for _ in 1...3 { #expect(try await scene.ask("POST", path).status == 422) }
        #expect(try await scene.shown(hook)["alert_status"] == "temporarily_disabled")
        scene.fake.receivers = HookReceiver.agreeable
        let refused = try await scene.ask("POST", path)
        #expect(refused.status == 422 && refused.body["message"] == "Hook disabled")
        scene.time.advance(by: .seconds(60))
        #expect(try await scene.ask("POST", path).status == 201)
        let place = "projects/\(scene.project)/hooks/\(hook)"
        #expect(try await scene.ask("PUT", place, ["url": "https://other.example"]).status == 200)
        #expect(try await scene.ask("POST", path).status == 422)
    }

    @Test(
        "a test is sent before it is answered, and 422 when the receiver does not say 2xx",
        arguments: [200, 302, 404])
    func testing(_ status: Int) async throws {
        let scene = try HookScene()
        let hook = scene.addHook([])
        let receiver = Receiver { _ throws(GitLabError) in HTTPResponse(status: status, body: Data("no".utf8))
        }
        scene.fake.receivers = receiver.transport
        let answer = try await scene.ask("POST", "projects/\(scene.project)/hooks/\(hook)/test/push_events")
        #expect(answer.status == (status == 200 ? 201 : 422))
        if status != 200 { #expect(answer.body["message"] == "no") }
        #expect(receiver.values("X-Gitlab-Event") == ["Push Hook"])
        #expect(try await scene.log(hook).map { $0["trigger"] } == ["push_hooks"])
    }

    @Test(
        "a test that nobody answers is refused in the words of what failed",
        arguments: [
            (GitLabError.Code.unreachableDNS, "getaddrinfo"), (.unreachableRefused, "Connection refused"),
            (.unreachableTLS, "certificate verify failed"), (.timedOut, "Net::ReadTimeout"),
            (.connectionBroken, "end of file"),
        ])
    func words(_ code: GitLabError.Code, _ words: String) async throws {
        let scene = try HookScene()
        let hook = scene.addHook([])
        scene.fake.receivers = Receiver { _ throws(GitLabError) in throw GitLabError(code) }.transport
        let answer = try await scene.ask("POST", "projects/\(scene.project)/hooks/\(hook)/test/push_events")
        #expect(answer.status == 422)
        #expect(answer.body["message"]?.stringValue?.contains(words) == true, "\(answer.body)")
        #expect(try await scene.log(hook).first?["response_status"] == "internal error")
    }

    @Test("an instance that keeps to public addresses sends to no other")
    func localNetwork() async throws {
        let scene = try HookScene()
        let receiver = Receiver()
        scene.fake.receivers = receiver.transport
        scene.fake.hookPolicy.blocksLocalNetwork = true
        for (url, status) in [("http://10.0.0.5/hook", 422), ("https://r.example/hook", 201)] {
            let hook = scene.fake.change { $0.addHook(url, toProject: scene.project) }
            let answer = try await scene.ask(
                "POST", "projects/\(scene.project)/hooks/\(hook)/test/push_events")
            #expect(answer.status == status)
            if status == 422 {
                #expect(answer.body["message"]?.stringValue?.hasPrefix("URL is blocked: ") == true)
                #expect(try await scene.log(hook).first?["response_status"] == "internal error")
            }
        }
        #expect(receiver.received.map { $0.url.host() } == ["r.example"])
    }

    @Test("a test tells of what was last of its kind, and not of anything done to it")
    func testedThings() async throws {
        let scene = try HookScene()
        let hook = scene.addHook([])
        let path = "projects/\(scene.project)/hooks/\(hook)/test"
        let refused = try await scene.ask("POST", "\(path)/merge_requests_events")
        #expect(refused.status == 422 && refused.body["message"] == "Ensure the project has merge requests.")
        try scene.fake.change { world in
            for title in ["One", "Two"] {
                try world.openMergeRequest(
                    in: scene.project, by: scene.root, title: title, sourceBranch: title.lowercased())
            }
        }
        let receiver = Receiver()
        scene.fake.receivers = receiver.transport
        #expect(try await scene.ask("POST", "\(path)/merge_requests_events").status == 201)
        #expect(try await scene.ask("POST", "\(path)/push_events").status == 201)
        let (request, push) = (try receiver.bodies()[0], try receiver.bodies()[1])
        let attributes = request["object_attributes"]
        #expect(attributes?["title"] == "Two" && attributes?["action"] == nil)
        #expect(attributes?["created_at"] == "2026-01-09T23:06:40.000Z")
        #expect(push["object_kind"] == "push" && push["ref"] == "refs/heads/main")
    }

    @Test("a test of the instance's hook tells of a made-up project")
    func systemTest() async throws {
        let scene = try HookScene()
        let hook = scene.fake.change { $0.addSystemHook("https://s.example") }
        let receiver = Receiver(status: 500)
        scene.fake.receivers = receiver.transport
        let answer = try await scene.ask("POST", "hooks/\(hook)")
        #expect(answer.status == 201 && answer.body["event_name"] == "project_create")
        #expect(try receiver.bodies() == [answer.body])
        #expect(receiver.values("X-Gitlab-Event") == ["System Hook"])
    }

    @Test("a new address clears the secret token, the same one does not")
    func addresses() async throws {
        let scene = try HookScene()
        let hook = scene.addHook(token: "hush")
        let path = "projects/\(scene.project)/hooks/\(hook)"
        let kept = try await scene.ask("PUT", path, ["url": "https://receiver.example/hook"])
        #expect(kept.body["token_present"] == true)
        let cleared = try await scene.ask("PUT", path, ["url": "https://other.example"])
        #expect(cleared.body["token_present"] == false)
        let both = try await scene.ask("PUT", path, ["url": "https://third.example", "token": "new"])
        #expect(both.body["token_present"] == true)
    }
}
