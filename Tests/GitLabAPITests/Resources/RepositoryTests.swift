import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing

@Suite("Branches, tags, releases and commits")
struct RepositoryTests {
    static let lines: [(String, String)] = [
        (
            RequestFactoryTests.line(.branch("feature/a b", in: 42)),
            "GET projects/42/repository/branches/feature%2Fa%20b"
        ),
        (
            RequestFactoryTests.line(.branches(in: "a/b")),
            "GET projects/a%2Fb/repository/branches?per_page=100"
        ),
        (
            RequestFactoryTests.line(
                .branches(in: 42, search: "^rel", sort: .updatedDescending, perPage: 20)),
            "GET projects/42/repository/branches?search=%5Erel&sort=updated_desc&per_page=20"
        ),
        (RequestFactoryTests.line(.tag("v1.0", in: 42)), "GET projects/42/repository/tags/v1.0"),
        (
            RequestFactoryTests.line(.tags(in: 42, orderBy: .version, sort: .ascending)),
            "GET projects/42/repository/tags?order_by=version&sort=asc&per_page=100"
        ),
        (RequestFactoryTests.line(.release(ofTag: "rel/1", in: 42)), "GET projects/42/releases/rel%2F1"),
        (
            RequestFactoryTests.line(.releases(in: 42, updatedAfter: RequestFactoryTests.then)),
            "GET projects/42/releases?updated_after=2024-01-01T00%3A00%3A00.123Z&order_by=released_at&sort=desc&per_page=100"
        ),
        (
            RequestFactoryTests.line(.refs(ofCommit: "abc", in: 42, kind: .tag)),
            "GET projects/42/repository/commits/abc/refs?type=tag&per_page=100"
        ),
        (
            RequestFactoryTests.line(.mergeRequests(ofCommit: "abc", in: 42)),
            "GET projects/42/repository/commits/abc/merge_requests?per_page=100"
        ),
        (
            RequestFactoryTests.line(.commits(in: 42, refName: "v1..v2", author: "ada", order: .topological)),
            "GET projects/42/repository/commits?ref_name=v1..v2&author=ada&order=topo&per_page=100"
        ),
    ]

    @Test("a factory makes the request GitLab documents", arguments: lines)
    func factories(line: String, documented: String) { #expect(line == documented) }

    @Test(
        "what GitLab publishes is read",
        .enabled(if: PublishedPayload.isThere, "the collection of published bodies is not beside the package")
    )
    func published() throws {
        let branch = try #require(PublishedPayload.decode("branches_list", as: [Branch].self).first)
        #expect(branch.name == "main" && branch.isDefault && branch.isProtected && !branch.isMerged)
        #expect(branch.canPush && !branch.canDevelopersPush && branch.commit?.title == "add projects API")
        let tags: [GitLabAPI.Tag] = try PublishedPayload.decode("tags_list")
        #expect(tags.map(\.hasRelease) == [true, false] && tags.map(\.isProtected) == [true, false])
        #expect(tags.map(\.createdAt) == [instant("2017-07-26T09:08:53Z"), nil])
        let release = try #require(PublishedPayload.decode("releases_list", as: [Release].self).first)
        #expect(release.tagName == "v0.2" && release.name == "Awesome app v0.2 beta" && !release.isUpcoming)
        #expect(
            release.releasedAt == instant("2019-01-03T01:56:19.539Z") && release.author?.username == "admin")
        #expect(release.webURL?.lastPathComponent == "v0.2")
    }

    @Test("what an old or hiding instance leaves out is not needed")
    func sparse() throws {
        let tag: GitLabAPI.Tag = try decode(#"{"name": "v1", "release": null}"#)
        #expect(tag.createdAt == nil && !tag.hasRelease && !tag.isProtected)
        let branch: Branch = try decode(#"{"name": "main", "merged": null, "commit": 7}"#)
        #expect(!branch.isMerged && branch.commit == nil)
        let release: Release = try decode(
            #"{"created_at": "2026-01-01T00:00:00Z", "released_at": "2026-02-01T00:00:00Z", "upcoming_release": true, "_links": []}"#
        )
        #expect(release.tagName == nil && release.isUpcoming && release.milestones.isEmpty)
    }
}
