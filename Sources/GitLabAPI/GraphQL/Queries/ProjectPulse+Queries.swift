public import Foundation
public import GitLabVocabulary

extension GraphQLQuery where Answer == ProjectPulses {
    /// How many projects one query can feel the pulse of.
    public static var pulsesAtOnce: Int { 50 }

    /// How much has changed since in each of these projects, at most `pulsesAtOnce`.
    ///
    /// <https://docs.gitlab.com/api/graphql/reference/#queryprojects>
    public static func pulses(of projects: [ProjectID], updatedAfter: Date) -> Self {
        Self(
            "Pulses",
            """
            query Pulses($ids: [ID!], $first: Int!, $updatedAfter: Time) { queryComplexity { score limit } \
            projects(ids: $ids, first: $first) { nodes { id fullPath \
            mergeRequests(updatedAfter: $updatedAfter, first: 1) { count } \
            issues(updatedAfter: $updatedAfter, first: 1) { count } \
            pipelines(updatedAfter: $updatedAfter, first: 1) { count } \
            repository { tree { lastCommit { sha } } } } } }
            """,
            variables: [
                "ids": .list(projects.map { .globalID("Project", $0) }),
                "first": .int(max(projects.count, 1)),
                "updatedAfter": GraphQLValue(updatedAfter),
            ])
    }
}
