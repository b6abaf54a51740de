import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing

@Suite(
    "Bodies of people and planning that GitLab publishes",
    .enabled(if: PublishedPayload.isThere, "the collection of published bodies is not beside the package"))
struct PublishedPlanningTests {
    @Test("members keep user, role, and how long")
    func members() throws {
        let members: [Member] = try PublishedPayload.decode("members_list")
        #expect(members.map(\.user.username) == ["jdoe", "project_3_bot_4ffca233d8298ea1"])
        #expect(members.map(\.accessLevel) == [.developer, .maintainer])
        #expect(members.map(\.expiresAt) == [instant("2027-10-22"), nil])
        #expect(members[0].createdAt == instant("2022-10-22T14:13:35Z"))
        #expect(members.map(\.createdBy?.id) == [1, nil])
        #expect(members.allSatisfy { $0.membershipState == .active && $0.role == nil })
    }

    @Test("labels keep name, colour, rank and whose they are")
    func labels() throws {
        let labels: [Label] = try PublishedPayload.decode("labels_list")
        #expect(labels.map(\.name) == ["bug", "confirmed"] && labels.map(\.priority) == [10, nil])
        #expect(labels.map(\.isProjectLabel) == [true, false] && labels[0].color == "#d9534f")
        #expect(labels.map(\.openIssuesCount) == [1, nil] && labels[1].description == nil)
    }

    @Test("oneself shows the account, others their profile")
    func users() throws {
        let own: CurrentUser = try PublishedPayload.decode("user_current")
        #expect(own.user.username == "john_smith" && own.user.isBot == false && own.hasTwoFactor == true)
        #expect(own.email == "john@example.com" && own.identityProviders == ["github"])
        #expect(own.lastActivityOn == instant("2012-05-23") && own.projectsLimit == 100)
        #expect(own.profile.localTime == "3:38 PM" && own.profile.followers == nil)
        let other: UserProfile = try PublishedPayload.decode("user_single")
        #expect(other.user.id == 4 && other.jobTitle == "Operations Specialist" && other.followers == 1)
    }

    @Test("issues keep their plan")
    func issues() throws {
        let issue: GitLabAPI.Issue = try PublishedPayload.decode("issue_single")
        #expect(issue.milestone?.state == .closed && issue.milestone?.isExpired == true)
        #expect(issue.dueDate == instant("2016-07-22") && issue.startDate == nil)
        #expect(issue.fullReference == "my-group/my-project#6" && issue.isSubscribed == false)
        #expect(issue.taskCompletion?.count == 0 && issue.healthStatus == nil && issue.iteration == nil)
        let stats: TimeStats = try PublishedPayload.decode("issue_time_stats")
        #expect(stats.timeEstimate == 7200 && stats.humanTotalTimeSpent == "1h")
    }

    @Test("groups and projects keep their rules")
    func surroundings() throws {
        let group: Group = try PublishedPayload.decode("group_single")
        #expect(group.projectCreationLevel == "developer" && group.twoFactorGracePeriod == 48)
        #expect(group.wikiAccess == .private && group.statistics == nil)
        let project: Project = try PublishedPayload.decode("project_single")
        #expect(project.mergeRules.requiresSuccessfulPipeline == false && project.shares == [])
        #expect(project.mergeRules.removesSourceBranch == true && project.importStatus == "none")
        #expect(project.pipelineRules.gitDepth == 20 && project.pipelineRules.keepsLatestArtifact == true)
        #expect(project.features.wiki == nil && project.importType == nil)
        let simple: [Project] = try PublishedPayload.decode("projects_list_simple")
        #expect(simple.allSatisfy { $0.mergeRules.requiresSuccessfulPipeline == nil })
    }

    @Test("a broken end of a membership is no membership without end")
    func brokenExpiry() {
        let body = #"{"id": 1, "username": "a", "access_level": 30, "expires_at": "soon"}"#
        #expect(throws: (any Error).self) { try decode(body, as: Member.self) }
    }
}
