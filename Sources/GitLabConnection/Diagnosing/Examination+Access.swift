import Foundation
import GitLabAPI
import GitLabVocabulary

extension Examination {
    /// What membership, role and state of a project mean for reading it.
    func access(to project: Project) async -> [Finding] {
        var findings: [Finding] = []
        let role = role(in: project)
        let evidence = evidence(of: project)
        let isOpen = project.visibility != .private
        if role == .none, isOpen {
            findings.append(
                Finding(
                    .notAMember, .warning,
                    "The token's user is no member: it reads only what everybody may, and hears of no change of that.",
                    evidence: evidence))
        } else if role < .reporter {
            findings.append(
                Finding(
                    .roleTooLow, isOpen ? .warning : .error,
                    "The role \(role.name) does not suffice to read a private project.",
                    remedy: "Give the token's user the role Reporter.", evidence: evidence))
        }
        if project.isArchived == true {
            findings.append(
                Finding(
                    .archived, .warning,
                    "The project is archived: it can be read, and nothing in it changes.",
                    evidence: evidence))
        }
        return findings + (await membership(in: project))
    }

    /// The project itself, which says role, state and features.
    func evidence(of project: Project) -> Finding.Evidence {
        client.evidence(at: client.instance.apiRoot.appending(path: "projects/\(project.id)"))
    }

    /// Nothing where members are hidden: it is no reason to fail.
    private func membership(in project: Project) async -> [Finding] {
        guard let username else { return [] }
        let request = Request<Page<Member>>.allMembers(of: .id(project.id), query: username)
        guard let members = try? await client.send(request).elements,
            let end = members.first(where: { $0.user.username == username })?.expiresAt
        else { return [] }
        let deadline = Deadline(end, from: now)
        guard deadline.isWithin(days: warningDays) else { return [] }
        return [
            Finding(
                .membershipExpiresSoon, .warning,
                "The membership of the token's user ends on \(deadline.day), \(deadline.span).",
                evidence: client.evidence())
        ]
    }
}
