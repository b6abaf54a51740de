import FakeGitLab
import Foundation
import GitLabAPI
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Testing

/// A backfilled project and a refresh over the same store: what changes then is told by keys alone.
struct RefreshLab {
    let lab: Lab
    let network: InterceptingTransport
    let refresh: Refresh
    let queue: RefreshQueue
    let project: Int
    let user: Int

    var key: ProjectKey { ProjectKey("lab", project) }

    init(
        _ way: ReadingWay = .mixed, kinds: Set<RecordKind> = BackfillPlan.standardKinds, projects: Int = 1
    ) async throws {
        var lab = try Lab(projects: projects, way: way)
        lab.plan = BackfillPlan(
            instance: "lab", groups: ["acme"], days: 15, now: Lab.end, kinds: kinds)
        _ = try await lab.backfill().run(lab.plan)
        lab.settle()
        // What was touched just before is read once more.
        _ = try await lab.backfill().run(lab.plan)
        lab.settle()
        self.lab = lab
        network = InterceptingTransport(over: lab.network)
        refresh = try Self.refresh(of: lab, kinds, over: network)
        queue = RefreshQueue(instance: "lab", state: lab.storage)
        project = try #require(lab.fake.world.projectIDs.first)
        user = try #require(lab.someUser)
    }

    /// A refresh over the same store by another way.
    static func refresh(
        of lab: Lab, _ kinds: Set<RecordKind> = BackfillPlan.standardKinds, over transport: any Transport
    ) throws -> Refresh {
        let client = GitLabClient(
            instance: try InstanceURL("https://gitlab.test"),
            credentials: StaticCredential(AccessToken(Lab.token)), transport: transport, time: lab.time)
        return Refresh(
            client: client, storage: lab.storage, state: lab.storage, time: lab.time,
            configuration: .init(kinds: kinds, reading: lab.configuration))
    }

    /// A refresh whose token GitLab does not accept.
    var refused: Refresh {
        get throws {
            try Self.refresh(
                of: lab,
                over: InterceptingTransport(over: network) { (_, _) async throws(GitLabError) in
                    throw GitLabError(.invalidToken, detail: "401 Unauthorized")
                })
        }
    }

    var fake: FakeGitLab { lab.fake }

    /// Changes the world; a moment passes before and after.
    @discardableResult
    func change<Result: Sendable>(_ body: (inout World) throws -> Result) throws -> Result {
        lab.time.advance(by: .seconds(5))
        defer { lab.time.advance(by: .seconds(1)) }
        return try fake.change(body)
    }

    func run(_ subjects: RefreshKey.Subject...) async throws -> RefreshOutcome {
        try await refresh.run(Set(subjects.map { RefreshKey(key, $0) }))
    }

    /// The number of some merge request in that state.
    func mergeRequest(_ state: String = "opened") throws -> Int {
        try #require(fake.world.mergeRequestIIDs(in: project, state: state).first)
    }

    /// That the store holds what a run over the world as it stands would leave in an empty one.
    func expectTruth(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let truth = try await lab.fresh()
        let stored = await lab.records
        let differences = stored == truth ? [] : ["not the same"] + stored.differences(from: truth)
        #expect(differences == [], sourceLocation: sourceLocation)
    }
}
