import MetricsCore
import Testing

/// Links against a search that knows no shortcut: all ancestors of every deployed commit.
@Suite("Links, searched naively") struct LinkOracleTests {
    private struct World {
        var history = History()
        var parents: [String: [String]] = [:]
        /// By merge request: the commits that bring it, with the basis each gives.
        var landed: [Int64: [(sha: String, basis: DeploymentLink.Basis)]] = [:]
        var deployments: [(id: Int64, environment: Int64, finish: Int, sha: String)] = []

        init(seed: UInt64) {
            var random = PseudoRandom(seed: seed)
            let shas = (0..<20).map { "c\($0)" }
            history.environment(1, "production")
            history.environment(2, "prod-eu")
            for sha in shas {
                // Any commit may be a parent, itself included: circles must do no harm.
                parents[sha] = (0..<Int.random(in: 0...2, using: &random)).compactMap { _ in
                    shas.randomElement(using: &random)
                }
                history.commit(sha, parents: parents[sha] ?? [])
            }
            for id in Int64(1)...6 {
                let sha = shas.randomElement(using: &random) ?? ""
                let merge = Bool.random(using: &random) ? sha : nil
                let isMerged = Int.random(in: 0..<4, using: &random) > 0
                history.mergeRequest(id, created: 0, merged: isMerged ? 60 : nil, head: sha, merge: merge)
                if isMerged { landed[id] = [(sha, merge == nil ? .headCommit : .mergeCommit)] }
            }
            for number in 0..<3 {
                let original = shas.randomElement(using: &random) ?? ""
                parents["p\(number)"] = [shas.randomElement(using: &random) ?? ""]
                history.pick("p\(number)", of: original, parents: parents["p\(number)"] ?? [])
                for id in landed.keys where landed[id]?.first?.sha == original {
                    landed[id]?.append(("p\(number)", .cherryPick))
                }
            }
            for id in Int64(100)...108 {
                let deployment = (
                    id, Int64.random(in: 1...2, using: &random), Int.random(in: 100...104, using: &random),
                    parents.keys.sorted().randomElement(using: &random) ?? ""
                )
                deployments.append(deployment)
                history.deployment(id, to: deployment.1, finished: deployment.2, sha: deployment.3)
            }
        }

        func ancestors(of sha: String) -> Set<String> {
            var all: Set = [sha]
            while true {
                let more = all.union(all.flatMap { parents[$0] ?? [] })
                if more == all { return all }
                all = more
            }
        }

        var links: [String] {
            var links: [String] = []
            for environment in Int64(1)...2 {
                let there = deployments.filter { $0.environment == environment }
                    .sorted { ($0.finish, $0.id) < ($1.finish, $1.id) }
                for (id, ways) in landed {
                    let first = there.first { deployment in
                        ways.contains { ancestors(of: deployment.sha).contains($0.sha) }
                    }
                    guard let first else { continue }
                    let reached = ancestors(of: first.sha)
                    let basis = ways.filter { reached.contains($0.sha) }.map(\.basis)
                        .min { $0.rawValue < $1.rawValue }
                    if let basis { links.append("!\(id) in \(first.id) by \(basis)") }
                }
            }
            return links.sorted()
        }
    }

    @Test("Each merge request is in the first success that reaches a commit it landed as", arguments: 1...60)
    func naive(seed: UInt64) {
        let world = World(seed: seed)
        #expect(world.history.links() == world.links)
    }
}
