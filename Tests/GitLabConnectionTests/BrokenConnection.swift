import FakeGitLab
import Foundation
import GitLabAPI
import GitLabConnection
import GitLabVocabulary
import Testing

/// One way in which a connection is broken, and what is to be found.
struct BrokenConnection: Sendable, CustomTestStringConvertible {
    enum Subject: Sendable {
        case connection
        case project(ProjectReference, EarlierAccess)
    }

    let name: String
    let code: Finding.Code
    let state: ConnectionState
    /// The overall code, for those that are more than a warning.
    var verdict: Finding.Code?
    /// Words of the remedy.
    let remedy: String
    /// The first of the likely causes, where GitLab answers alike.
    var cause: Finding.Code?
    var url = "https://gitlab.test"
    var token = CheckLab.token
    var options = ConnectionCheck.Options()
    var subject = Subject.connection
    /// In the place of the fake.
    var network: DeadEnd?
    var version = GitLabVersion.v19
    /// Breaks a lab whose token is not made yet.
    var change: @Sendable (inout CheckLab) throws -> Void = { $0.addToken() }

    var testDescription: String { name }

    struct Outcome: Sendable {
        let state: ConnectionState
        let headline: Finding?
        let findings: [Finding]
        let stored: Data
        let log: RequestLog
    }

    func outcome() async throws -> Outcome {
        var lab = try CheckLab(version: version)
        try change(&lab)
        let fake = lab.fake()
        let check = ConnectionCheck(
            url: url, token: Secret(token), options: options,
            transport: network ?? FakeGitLabTransport(fake) as any Transport,
            time: fake.time)
        switch subject {
        case .connection:
            let report = await check.run()
            return Outcome(
                state: report.state, headline: report.headline, findings: report.findings,
                stored: try JSONEncoder().encode(report), log: fake.log)
        case .project(let reference, let earlier):
            let diagnosis = await Diagnosis(check).run(reference, earlier: earlier)
            return Outcome(
                state: diagnosis.state, headline: diagnosis.headline, findings: diagnosis.findings,
                stored: try JSONEncoder().encode(diagnosis), log: fake.log)
        }
    }
}
