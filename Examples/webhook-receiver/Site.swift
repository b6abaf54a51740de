import Console
import FakeGitLab
import Foundation
import GitLabAPI
import GitLabVocabulary
import MetricsIngestion

/// The GitLab that is watched: the one asked for, or a fake one started for the occasion.
struct Site {
    let name: String
    let url: InstanceURL
    let token: AccessToken?
    let selections: [BackfillPlan.Selection]
    /// Its developers and its postman, if it is the fake.
    let office: Office?

    init(_ arguments: Arguments, environment: [String: String], now: Date) throws {
        if let text = arguments.url {
            url = try InstanceURL(text, allowsInsecureHTTP: arguments.allowsInsecureHTTP)
            token = try TokenSource.token(file: arguments.tokenFile, environment: environment)
            selections =
                arguments.projects.map { .project(Int($0).map { .id(.init(rawValue: $0)) } ?? .path($0)) }
                + (arguments.group.map { [.group(.path($0))] } ?? [])
            name = url.description
            office = nil
        } else {
            let office = try Office(seed: arguments.seed, hasFaults: arguments.hasFaults, now: now)
            url = try InstanceURL(office.start().absoluteString)
            token = AccessToken(Office.token)
            selections = [.group(.path(Office.group))]
            name = "the embedded fake GitLab at \(url)"
            self.office = office
        }
    }
}
