import Foundation
import GitLabAPI
import GitLabVocabulary

extension Examination {
    /// Why a project may answer 404: what can be derived, or the likely causes and what tells them apart.
    func missing(
        _ reference: ProjectReference, _ earlier: EarlierAccess, _ evidence: Finding.Evidence
    ) async -> Finding {
        if let end = earlier.membershipEndsAt, end <= now {
            let day = end.formatted(.iso8601.year().month().day())
            return Finding(
                .membershipExpired, .fatal, "The membership of the token's user ended on \(day).",
                evidence: evidence)
        }
        guard case .path(let path) = reference else {
            let causes =
                earlier.isKnown ? [lost, confined, deleted] : [unknownID, confined, notAMember, deleted]
            return missingOrHidden("No project has the id \(reference), or it is hidden.", evidence, causes)
        }
        let (near, seesNamespace) = await nearMatches(of: path)
        if let same = near.first(where: { $0.lowercased() == path.lowercased() }), same != path {
            return Finding(
                .wrongPathCase, .fatal, "The project's path is written \(same).", remedy: "Write \(same).",
                evidence: evidence)
        }
        guard path.contains("/") else {
            let named = near.filter { $0.lowercased().hasSuffix("/\(path.lowercased())") }
            return Finding(
                .missingNamespace, .fatal, "The path \(path) lacks the group the project lies in.",
                remedy: named.first.map { "Write \($0)." }, evidence: evidence,
                causes: named.isEmpty ? [wrongPath(near)].compactMap(\.self) : [])
        }
        let mistyped = earlier.isKnown ? nil : wrongPath(near)
        let namespace = seesNamespace || near.isEmpty == false ? nil : wrongNamespace(path)
        let causes =
            earlier.isKnown
            ? [lost, confined, deleted] : [mistyped, confined, namespace, notAMember, deleted]
        return missingOrHidden("There is no project \(path), or it is hidden.", evidence, causes)
    }

    private func missingOrHidden(
        _ message: String, _ evidence: Finding.Evidence, _ causes: [Finding.Cause?]
    ) -> Finding {
        let causes = causes.compactMap(\.self)
        let remedy = causes.first.map { cause in
            cause.suggestions.first.map { "Write \($0), if that is meant." } ?? cause.code.remedy
        }
        return Finding(.missingOrHidden, .fatal, message, remedy: remedy, evidence: evidence, causes: causes)
    }

    private func wrongPath(_ near: [String]) -> Finding.Cause? {
        guard let nearest = near.first else { return nil }
        return Finding.Cause(
            .wrongPath, "The path is misspelled; \(nearest) is near.",
            test: "\(nearest) can be read with this token.", suggestions: near)
    }

    private func wrongNamespace(_ path: String) -> Finding.Cause {
        let namespace = path.split(separator: "/").dropLast().joined(separator: "/")
        return Finding.Cause(
            .wrongNamespace, "The group \(namespace) is misspelled: it is missing or hidden too.",
            test: "A browser of somebody who works there opens the group's page.")
    }

    private var unknownID: Finding.Cause {
        Finding.Cause(
            .wrongPath, "The id belongs to nothing, or to a project of another instance.",
            test: "The id stands below the name on the project's page.")
    }

    private var confined: Finding.Cause? {
        guard let kind, kind == .project || kind == .group else { return nil }
        return Finding.Cause(
            .outsideToken, "The token belongs to another \(kind), and sees nothing outside.",
            test: "The token of a user who is a member reads the project.")
    }

    private var notAMember: Finding.Cause {
        Finding.Cause(
            .notAMember, "The project is private, and \(username ?? "the token's user") is no member.",
            test: "The project's page of members, seen by a Maintainer, does not list the user.")
    }

    private var lost: Finding.Cause {
        Finding.Cause(
            .notAMember,
            "\(username ?? "The token's user") was a member and is no more, or the membership expired.",
            test: "The project has been read before, and its page opens for its members.")
    }

    private var deleted: Finding.Cause {
        Finding.Cause(
            .deleted, "The project was deleted, or moved and its old path taken by nobody.",
            test: "The project's page opens for no member either.")
    }
}
