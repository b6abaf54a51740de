import FakeGitLab
import GitLabAPI
import GitLabVocabulary
import Testing

extension SurfaceCall {
    static let tokens: [SurfaceCall] = [
        SurfaceCall("rotateOwnToken()") { _ in .rotateOwnToken() },
        SurfaceCall("rotateToken(_:)") { scene in
            .rotateToken(try scene.token("glpat-fake-metrics-reader"))
        },
        SurfaceCall("accessTokens(of:)") { scene in
            _ = try scene.projectToken()
            return .accessTokens(of: .id(try scene.project))
        },
        SurfaceCall("rotateToken(_:of:)") { scene in
            .rotateToken(try scene.projectToken(), of: .id(try scene.project))
        },
        SurfaceCall("accessTokens(ofGroup:)") { scene in
            _ = try scene.groupToken()
            return .accessTokens(ofGroup: .id(try scene.group))
        },
        SurfaceCall("rotateToken(_:ofGroup:)") { scene in
            .rotateToken(try scene.groupToken(), ofGroup: .id(try scene.group))
        },
    ]

    static let dora: [SurfaceCall] = [
        SurfaceCall("dora(_:in:)") { .dora(.deploymentFrequency, in: .id(try $0.project)) },
        SurfaceCall("dora(_:inGroup:)") { .dora(.leadTimeForChanges, inGroup: .id(try $0.group)) },
    ]
}

extension SurfaceScene {
    /// The id of the token of that value.
    func token(_ value: String) throws -> AccessTokenID {
        AccessTokenID(rawValue: try #require(fake.world.tokenID(value)))
    }

    /// A new token of the project.
    func projectToken() throws -> AccessTokenID {
        let project = try project.rawValue
        fake.change { _ = $0.addProjectToken("glpat-surface-project", project: project) }
        return try token("glpat-surface-project")
    }

    /// A new token of the group.
    func groupToken() throws -> AccessTokenID {
        let group = try group.rawValue
        fake.change { _ = $0.addGroupToken("glpat-surface-group", group: group) }
        return try token("glpat-surface-group")
    }
}
