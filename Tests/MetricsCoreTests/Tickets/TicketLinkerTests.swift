import MetricsCore
import Testing

@Suite("Records belong to tickets")
struct TicketLinkerTests {
    private let hour = 3600
    private let abc = TicketKey(.jira, "ABC-1")

    private func links(_ history: History, _ scanner: TicketScanner = .standard) -> [String] {
        TicketLinker(scanner).links(in: history.facts()).map {
            "\($0.ticket.reference) \($0.record.kind.rawValue) \($0.record.id) \($0.source.rawValue) \($0.confidence)"
        }
    }

    @Test("Each text of a merge request links it, by the surest; what it closes is certain")
    func sources() {
        var history = History()
        for id: Int64 in 1...5 { history.mergeRequest(id, created: 0) }
        history.texts(of: 1, title: "ABC-1 Fix", branch: "abc-1-fix", description: "ABC-1")
        history.texts(of: 2, branch: "feature/abc-1", description: "ABC-1")
        history.texts(of: 3, description: "See ABC-1")
        history.texts(of: 4, description: "Closes ABC-1")
        history.texts(of: 5, title: "UTF-8")
        #expect(
            links(history) == [
                "ABC-1 mergeRequest 1 title likely", "ABC-1 mergeRequest 2 branch likely",
                "ABC-1 mergeRequest 3 description guess", "ABC-1 mergeRequest 4 description certain",
            ])
    }

    @Test("Commits link themselves and the merge request they are of")
    func commits() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.commit("a1", "ABC-1 Fix", authored: 0)
        history.commit("b2", "Fix\n\nCloses ABC-2", authored: 0)
        history.commit("c3", "ABC-3", authored: 0)
        history.commits(of: 1, ["a1", "b2", "unknown"])
        #expect(
            links(history) == [
                "ABC-1 commit 1@a1 commit_title likely", "ABC-1 mergeRequest 1 commit_title likely",
                "ABC-2 commit 1@b2 commit_message certain", "ABC-2 mergeRequest 1 commit_message certain",
                "ABC-3 commit 1@c3 commit_title likely",
            ])
    }

    @Test("A merge request that is gone belongs to nothing, and none to itself")
    func left() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.mergeRequest(2, created: 0, existence: .gone)
        history.texts(of: 1, title: "!1 after !2")
        history.texts(of: 2, title: "ABC-1")
        #expect(links(history) == ["1!2 mergeRequest 1 title likely"])
    }

    @Test("The host's scanner decides about what was found when records were read")
    func scanner() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.texts(of: 1, description: "ENG-1, OPS-2, #3")
        let scanner = TicketScanner(trackers: [.linear], prefixes: [.linear: ["ENG"]])
        #expect(
            TicketLinker(scanner).links(in: history.facts()).map(\.ticket) == [TicketKey(.linear, "ENG-1")])
    }

    @Test("Work in several projects is one timeline; projects know each other's issues by their paths")
    func projects() throws {
        var app = History(project: 1)
        var library = History(project: 2)
        app.name("acme/app")
        library.name("acme/library")
        app.issue(12, opened: 5, closed: 90)
        app.mergeRequest(1, created: 20)
        app.texts(of: 1, description: "Closes #12")
        library.mergeRequest(1001, created: 10)
        library.texts(of: 1001, title: "Prepare acme/app#12")
        library.commit("a1", "See https://gitlab.example.com/acme/app/-/issues/12", authored: 15)
        let timelines = TicketLinker().timelines(of: app.facts())
            .merging(TicketLinker().timelines(of: library.facts()))
        let issue = TicketKey(.gitLabIssue, "#12", project: "acme/app", host: "gitlab.example.com")
        let timeline = try #require(timelines[issue])
        #expect(timelines.map(\.ticket) == [issue])
        #expect(
            timeline.mergeRequests.map(\.record) == [
                app.mergeRequestReference(1), library.mergeRequestReference(1001),
            ])
        #expect(timeline.commits.map(\.record) == [library.commitReference("a1")])
        #expect(timeline.issue?.created == app.at(5) && timeline.issue?.closed == app.at(90))
        #expect(timeline.firstActivity == app.at(10))
        #expect(timeline.isInProgress && timeline.merged == nil)
        #expect(timelines.tickets(of: library.mergeRequestReference(1001)) == [issue])
        #expect(timelines.tickets(of: timeline.issue?.record ?? app.mergeRequestReference(0)) == [issue])
    }

    @Test("Two projects of which nothing else is known do not share their numbers")
    func unnamed() {
        var one = History(project: 1)
        var other = History(project: 2)
        one.mergeRequest(1, created: 0)
        other.mergeRequest(2, created: 0)
        one.texts(of: 1, title: "#9")
        other.texts(of: 2, title: "#9")
        let timelines = TicketLinker().timelines(of: one.facts()).merging(
            TicketLinker().timelines(of: other.facts()))
        #expect(timelines.count == 2)
    }

    @Test("A ticket is merged with its last merge request and deployed when all that was merged is")
    func lead() throws {
        var history = History()
        history.environment(1, "production")
        history.deployment(1, finished: -hour, carrying: [])
        history.mergeRequest(1, created: 2 * hour, merged: 5 * hour)
        history.mergeRequest(2, created: 3 * hour, merged: 8 * hour)
        history.mergeRequest(3, created: 4 * hour, closed: 20 * hour)
        for id: Int64 in 1...3 { history.texts(of: id, title: "ABC-1 Part \(id)") }
        history.commit("a1", "ABC-1 Begin", authored: hour)
        history.commits(of: 1, ["a1"])
        history.deployment(2, finished: 6 * hour, carrying: [1])
        var timeline = try #require(TicketLinker().timelines(of: history.facts())[abc])
        #expect(timeline.firstActivity == history.at(hour))
        #expect(timeline.merged == history.at(8 * hour) && timeline.deployed == nil)
        #expect(timeline.seconds(to: .merged) == Int64(7 * 3600) && timeline.seconds(to: .deployed) == nil)
        history.deployment(3, finished: 30 * hour, carrying: [2])
        timeline = try #require(TicketLinker().timelines(of: history.facts())[abc])
        #expect(timeline.seconds(to: .deployed) == Int64(29 * 3600))
        #expect(timeline.deployments.map(\.at) == [history.at(6 * hour), history.at(30 * hour)])
        #expect(timeline.seconds(from: .merged, to: .workStarted) == nil)
        #expect(timeline.links.count == 4)
    }

    @Test("What only an environment's first deployment carried is not deployed")
    func firstDeployment() throws {
        var history = History()
        history.environment(1, "production")
        history.mergeRequest(1, created: 0, merged: hour)
        history.texts(of: 1, title: "ABC-1")
        history.deployment(1, finished: 2 * hour, carrying: [1])
        let timeline = try #require(TicketLinker().timelines(of: history.facts())[abc])
        #expect(timeline.deployments.isEmpty && timeline.deployed == nil && timeline.merged != nil)
    }

    @Test("The release that first carried what landed is the ticket's")
    func releases() throws {
        var history = History()
        history.mergeRequest(1, created: 0, merged: hour, head: "b2", squash: "s3", merge: "m4")
        history.mergeRequest(2, created: 0, head: "m5")
        history.texts(of: 1, title: "ABC-1")
        history.texts(of: 2, title: "ABC-2")
        for (sha, parent) in [("r0", "r"), ("m4", "r0"), ("m5", "m4"), ("m6", "m5")] {
            history.commit(sha, "Land", authored: 0, parents: [parent])
        }
        history.release("v1", of: "r0", at: hour)
        history.release("v2", of: "m5", at: 2 * hour)
        history.release("v3", of: "m6", at: 3 * hour)
        let timelines = TicketLinker().timelines(of: history.facts())
        #expect(
            timelines[abc]?.releases == [
                TicketDelivery(.release(ReleaseKey(history.project, "v2")), at: history.at(2 * hour))
            ])
        #expect(timelines[TicketKey(.jira, "ABC-2")]?.releases == [])
    }
}
