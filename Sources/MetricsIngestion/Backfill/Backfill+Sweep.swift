import GitLabAPI
import MetricsCore
import MetricsStorage

extension Backfill {
    /// Asks, for all projects together, which of the merge requests and issues that are stored and were not seen in
    /// this run are still there. A project for which GraphQL does not tell is swept by REST.
    func sweep(_ projects: [ProjectBackfill], _ graphQL: GraphQLReader) async throws {
        var graphQL = graphQL
        graphQL.reader.kind = .mergeRequest
        var waiting: [ProjectBackfill.Held] = []
        for project in projects where project.log.entries.end == nil {
            waiting += try await project.counting(.mergeRequest).held()
            while waiting.count >= GraphQLQuery<NamedAnswers<FoundNumbers>>.heldAtOnce {
                let portion = waiting.prefix(GraphQLQuery<NamedAnswers<FoundNumbers>>.heldAtOnce)
                waiting.removeFirst(portion.count)
                try await sweep(Array(portion), graphQL)
            }
        }
        if !waiting.isEmpty { try await sweep(waiting, graphQL) }
    }

    private func sweep(_ portion: [ProjectBackfill.Held], _ graphQL: GraphQLReader) async throws {
        do {
            let answer = try await graphQL.send(.found(portion.map(\.numbers)))
            for (index, held) in portion.enumerated() {
                guard let found = answer.value.value.contents["h\(index)"] else {
                    // GraphQL shows no such project: it is gone, moved, or hidden from this token.
                    try await sweepByREST(held)
                    continue
                }
                try await held.backfill.settle(held, found, at: answer.began, graphQL)
            }
        } catch let error as GitLabError where !error.stopsEverything {
            if error.leavesREST, portion.count > 1 {
                // One that cannot be answered must not keep the others from being.
                for held in portion { try await sweep([held], graphQL) }
            } else if error.leavesREST {
                for held in portion { try await sweepByREST(held) }
            } else {
                for held in portion { held.backfill.log.fail(.mergeRequest, error) }
            }
        }
    }

    /// A fault here ends only that project.
    private func sweepByREST(_ held: ProjectBackfill.Held) async throws {
        guard configuration.way == .mixed else { return }
        do {
            try await held.backfill.sweepByREST()
        } catch let error as GitLabError where !error.stopsEverything {
            held.backfill.log.end(ProjectOutcome(error))
        }
    }
}
