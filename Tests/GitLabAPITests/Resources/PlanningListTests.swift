import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing
import WireFormat

@Suite("Lists of people and plans, read from a fake GitLab")
struct PlanningListTests {
    static let end = Date(timeIntervalSince1970: 1_768_000_000)
    static let world = Result {
        try WorldGenerator(.init(seed: 5, projects: 2, mergeRequestsPerProject: 25, days: 30, end: end))
            .world()
    }

    private func client() throws -> GitLabClient {
        let fake = FakeGitLab(world: try Self.world.get(), time: VirtualTime(Self.end))
        return GitLabClient(
            instance: try InstanceURL("https://gitlab.test"),
            credentials: StaticCredential(AccessToken("glpat-fake-metrics-reader")),
            transport: FakeGitLabTransport(fake), time: fake.time)
    }

    /// All elements of a list, by pages of that size, none of which may be skipped.
    private func all<Element: Decodable & Sendable>(
        _ request: (Int) -> Request<Page<Element>>, by size: Int
    ) async throws -> [Element] {
        var elements: [Element] = []
        for try await page in try client().pages(request(size)) {
            #expect(page.skipped.isEmpty && page.elements.count <= size)
            elements += page.elements
        }
        return elements
    }

    private func truth(_ kind: World.Kind, in project: Int? = nil) throws -> Set<Int> {
        Set(try Self.world.get().objects(kind, in: project).compactMap { $0["id"]?.intValue })
    }

    @Test("however a list is cut into pages, every row of the world comes once", arguments: [1, 7, 100])
    func complete(size: Int) async throws {
        let issues = try await all({ .issues(in: 1, perPage: $0) }, by: size)
        #expect(issues.map(\.id.rawValue).sorted() == (try truth(.issues, in: 1)).sorted())
        let inGroup = try await all(
            { .issues(inGroup: "acme", paging: .keyset, orderBy: .id, sort: .ascending, perPage: $0) },
            by: size)
        #expect(inGroup.map(\.id.rawValue) == (try truth(.issues)).sorted())
        let users = try await all({ .users(perPage: $0) }, by: size)
        #expect(users.map(\.id.rawValue) == (try truth(.users)).sorted())
        let labels = try await all({ .labels(in: 1, includeAncestors: false, perPage: $0) }, by: size)
        #expect(labels.map(\.id.rawValue).sorted() == (try truth(.labels, in: 1)).sorted())
        let milestones = try await all({ .milestones(in: 1, perPage: $0) }, by: size)
        #expect(milestones.map(\.id.rawValue).sorted() == (try truth(.milestones, in: 1)).sorted())
        let groups = try await all({ .descendantGroups(of: "acme", perPage: $0) }, by: size)
        #expect(groups.count == (try truth(.groups)).count - 1)
        let projects = try await all({ .projects(in: "acme", includeSubgroups: true, perPage: $0) }, by: size)
        #expect(projects.map(\.id.rawValue) == (try truth(.projects)).sorted())
    }

    @Test("members keep their roles, the inherited ones the highest")
    func members() async throws {
        let world = try Self.world.get()
        let members = try await all({ .allMembers(of: 1, perPage: $0) }, by: 4)
        #expect(Set(members.map(\.accessLevel.rawValue)).isSuperset(of: [10, 15, 20, 30, 40, 50]))
        for member in members {
            #expect(
                member.accessLevel.rawValue
                    == world.access(of: member.user.id.rawValue, toProject: 1).rawValue)
        }
        let direct = try await all({ .members(of: 1, perPage: $0) }, by: 4)
        #expect(Set(direct.map(\.user.id)).isStrictSubset(of: members.map(\.user.id)))
        #expect(direct.contains { $0.createdBy?.username == "olga" })
        #expect(members.contains { $0.user.state == .blocked })
    }

    @Test("issues keep what was planned, and milestones agree with what lies in them")
    func plans() async throws {
        let issues = try await all({ .issues(inGroup: "acme", perPage: $0) }, by: 100)
        #expect(issues.contains { $0.weight != nil } && issues.contains { $0.dueDate != nil })
        #expect(issues.contains { $0.isConfidential } && issues.contains { $0.healthStatus != nil })
        #expect(issues.contains { $0.movedToID != nil && $0.state == .closed })
        #expect(issues.contains { ($0.timeStats?.totalTimeSpent ?? 0) > 0 })
        #expect(issues.contains { $0.fullReference?.hasPrefix("acme/") == true })
        for milestone in try await all({ .milestones(in: 1, perPage: $0) }, by: 100) {
            let inside = try await all({ .issues(inMilestone: milestone.id, of: 1, perPage: $0) }, by: 2)
            #expect(inside.allSatisfy { $0.milestone == milestone })
            #expect(
                Set(inside.map(\.id)) == Set(issues.filter { $0.milestone?.id == milestone.id }.map(\.id)))
        }
    }

    @Test("time_stats says what the issue says, in seconds and in words")
    func time() async throws {
        for issue in try await all({ .issues(in: 1, perPage: $0) }, by: 100).prefix(12) {
            let stats = try await client().send(.timeStats(ofIssue: issue.iid, in: 1))
            #expect(stats == issue.timeStats)
            #expect((stats.humanTotalTimeSpent == nil) == (stats.totalTimeSpent == 0))
        }
    }

    @Test("oneself is a user like others, and sees more")
    func users() async throws {
        let own = try await client().send(.currentUser)
        let profile = try await client().send(.user(own.user.id))
        #expect(own.user.username == "metrics" && own.email != nil)
        #expect(profile.user == own.user && profile.followers == 0)
    }

    @Test("a label is found by its name, however it is spelt")
    func label() async throws {
        for label in try await all({ .labels(in: 1, perPage: $0) }, by: 100) {
            #expect(try await client().send(.label(label.name, in: 1)) == label)
        }
        await #expect(throws: GitLabError.self) { try await client().send(.label("none such", in: 1)) }
    }
}
