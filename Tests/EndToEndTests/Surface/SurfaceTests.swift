import FakeGitLab
import Foundation
import GitLabAPI
import Testing

/// Documentation/GitLabSurface.md, the factories of the sources, and what the fake GitLab answers: three descriptions of one
/// surface, each held to the others.
@Suite("The GitLab surface")
struct SurfaceTests {
    static let page = Result { try SurfacePage() }

    @Test("The page names exactly the factories of the sources")
    func pageIsComplete() throws {
        // One factory may have rows for several endpoints, as hooks of projects, groups and the instance.
        let named = try Set(Self.page.get().rows.map(\.factory)).sorted()
        let declared = try Set(FactorySource().factories).sorted()
        #expect(declared.count > 30)
        for difference in declared.difference(from: named) {
            switch difference {
            case .insert(_, let factory, _): Issue.record("\(factory) has no row in GitLabSurface.md")
            case .remove(_, let factory, _): Issue.record("\(factory) has a row and is declared nowhere")
            }
        }
    }

    @Test("Every row has a call in the walk")
    func walkIsComplete() throws {
        for row in try Self.page.get().rows where !SurfaceCall.unserved.contains(row.factory) {
            let isCalled = try SurfaceCall.all.contains { call in
                guard call.factory == row.factory else { return false }
                let prepared = try call.prepare(SurfaceScene())
                return row.matches(prepared.method, prepared.path)
            }
            #expect(isCalled, "\(row) is called nowhere")
        }
    }

    @Test("Cells hold words that mean something")
    func cellsAreKnown() throws {
        let scopes = ["any", "read_user", "read_api", "api", "self_rotate"]
        for row in try Self.page.get().rows {
            #expect(scopes.contains(row.scope), "\(row): \(row.scope)")
            #expect(throws: Never.self, "\(row): \(row.role)") { try row.leastRole }
            #expect(throws: Never.self, "\(row): \(row.tier)") { try row.leastTier }
            #expect(row.since.wholeMatch(of: /(\d+\.\d+)?/) != nil, "\(row): \(row.since)")
        }
    }

    @Test("A file named as a reader uses the factory")
    func readersRead() throws {
        let sources = SurfacePage.root.appending(path: "Sources")
        let paths = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
        for row in try Self.page.get().rows {
            let use = try Regex(row.use)
            for reader in row.readers {
                let path = try #require(
                    paths.first { $0.hasSuffix("/\(reader).swift") }, "\(row): no file \(reader)")
                let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
                #expect(text.contains(use), "\(row): \(reader) does not use it")
            }
        }
    }

    /// A call, its row, and an instance that has just what the row asks for.
    private func stage(
        _ call: SurfaceCall
    ) throws -> (scene: SurfaceScene, row: SurfacePage.Row, prepared: SurfaceCall.Prepared) {
        let scene = try SurfaceScene()
        let prepared = try call.prepare(scene)
        let row = try #require(
            try Self.page.get().rows.first {
                $0.factory == call.factory && $0.matches(prepared.method, prepared.path)
            }, "\(prepared.method) /\(prepared.path) is not the endpoint of \(call)")
        scene.run(row.release, try row.leastTier)
        return (scene, row, prepared)
    }

    @Test("An instance and a token of exactly what is named answer", arguments: SurfaceCall.all)
    func suffices(call: SurfaceCall) async throws {
        let (scene, row, prepared) = try stage(call)
        let client = try scene.client(scope: row.sufficientScope, role: try row.leastRole)
        #expect(try await prepared.send(client) > 0, "\(row) is answered with nothing")
    }

    @Test("A token of the next smaller scope is refused for its scope", arguments: SurfaceCall.all)
    func scopeIsNeeded(call: SurfaceCall) async throws {
        let (scene, row, prepared) = try stage(call)
        guard let scope = row.insufficientScope else { return }
        let client = try scene.client(scope: scope, role: try row.leastRole)
        let error = try await #require(throws: GitLabError.self) { try await prepared.send(client) }
        #expect(error.code == .insufficientScope)
    }

    @Test("The next smaller role gets nothing", arguments: SurfaceCall.all)
    func roleIsNeeded(call: SurfaceCall) async throws {
        let (scene, row, prepared) = try stage(call)
        guard let role = try row.leastRole.nextSmaller else { return }
        let client = try scene.client(scope: row.sufficientScope, role: role)
        #expect(try await isDenied(prepared, client), "\(row) is answered to \(role.rawValue)")
    }

    @Test("The release before has no such endpoint", arguments: SurfaceCall.all)
    func releaseIsNeeded(call: SurfaceCall) async throws {
        let (scene, row, prepared) = try stage(call)
        guard let release = row.releaseBefore else { return }
        scene.run(release, try row.leastTier)
        let client = try scene.client(scope: row.sufficientScope, role: try row.leastRole)
        let error = try await #require(throws: GitLabError.self) { try await prepared.send(client) }
        #expect(error.code == .notFound || error.status == 405)
    }

    @Test("The next smaller tier gets nothing", arguments: SurfaceCall.all)
    func tierIsNeeded(call: SurfaceCall) async throws {
        let (scene, row, prepared) = try stage(call)
        guard let tier = Tier(rawValue: try row.leastTier.rawValue - 1) else { return }
        scene.run(row.release, tier)
        let client = try scene.client(scope: row.sufficientScope, role: try row.leastRole)
        #expect(try await isDenied(prepared, client), "\(row) is answered in \(tier)")
    }

    /// Whether GitLab refuses, hides, or has nothing to show.
    private func isDenied(_ prepared: SurfaceCall.Prepared, _ client: GitLabClient) async throws -> Bool {
        do {
            return try await prepared.send(client) == 0
        } catch let error as GitLabError {
            return [.notFound, .forbidden, .invalidToken].contains(error.code)
        }
    }
}
