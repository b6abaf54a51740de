import Foundation
import GitLabAPI
import GitLabVocabulary

extension CheckRun {
    mutating func countGroups(_ client: WatchedClient) async {
        do throws(GitLabError) {
            let page = try await client.send(.groups(minAccessLevel: .guest, perPage: 1))
            let count = client.total ?? page.elements.count
            report.groups = count
            record(.groups, note: "\(count)")
        } catch {
            fail(.groups, error, client)
        }
    }

    /// Counts by GitLab's own total: one project is read.
    ///
    /// - Returns: the project to look at; `nil` if there is none.
    mutating func countProjects(_ client: WatchedClient) async -> ProjectReference? {
        do throws(GitLabError) {
            let page = try await client.send(
                .projects(
                    matching: ProjectFilter(membership: true), orderBy: .lastActivityAt, sort: .descending,
                    perPage: 1))
            let count =
                client.total.map { ConnectionReport.ProjectCount($0) }
                ?? ConnectionReport.ProjectCount(
                    page.next == nil ? page.elements.count : 10_000, isExact: page.next == nil)
            report.projects = count
            let findings =
                count.count > 0
                ? []
                : [
                    Finding(
                        .noResources, .fatal, "The token's user is a member of no project the token can see.",
                        evidence: client.evidence(),
                        causes: [
                            Finding.Cause(
                                .notAMember,
                                "\(report.username ?? "The token's user") was made a member of nothing.",
                                test: "The user's page in GitLab shows neither groups nor projects."),
                            Finding.Cause(
                                .accessRestricted,
                                "The groups let in only listed addresses, or single sign-on.",
                                test: "A check of one project by its path says access_restricted."),
                        ])
                ]
            record(.projects, note: count.isExact ? "\(count.count)" : "more than \(count.count)", findings)
            return options.project ?? page.elements.first.map { .id($0.id) }
        } catch {
            fail(.projects, error, client)
            return options.project
        }
    }

    mutating func askGraphQL(_ client: WatchedClient) async {
        struct Answer: Decodable, Sendable {
            struct User: Decodable, Sendable { let username: String }
            let currentUser: User?
        }
        let query = GraphQLQuery<Answer>("WhoAmI", "query WhoAmI { currentUser { username } }")
        var finding: Finding?
        do throws(GitLabError) {
            if try await client.send(query).value.currentUser == nil {
                finding = Finding(
                    .graphQLUnusable, .error, "GraphQL does not know the token's user, whom REST knows.",
                    evidence: client.evidence())
            }
        } catch {
            let reason = Finding(error)
            finding =
                [.rateLimited, .cancelled].contains(reason.code)
                ? Finding(error, evidence: client.evidence(error))
                : Finding(
                    .graphQLUnusable, .error,
                    "REST works, GraphQL does not: \(error.detail ?? error.code.rawValue).",
                    evidence: client.evidence(error))
        }
        record(.graphQL, finding.map { [$0] } ?? [])
    }
}
