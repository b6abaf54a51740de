import Foundation
import MetricsCore
import MetricsIngestion
import Testing

/// Holds the records of what plans must ask for to the story that Documentation/GoldenProject.md tells.
struct GoldenRecordTests {
    let page: GoldenPage

    init() throws { page = try GoldenPage() }

    private var records: ProjectRecords {
        get async throws { try await GoldenProject.wholeReading.value[GoldenProject.key] }
    }

    @Test("Jobs, and that only the one tried again counts as retried")
    func jobs() async throws {
        let told = try await records.jobs.filter { $0.id.id > 600 }.rows.sorted { $0.id < $1.id }
        let rows = told.map { job in
            [
                "\(job.id.id)", "\(job.pipeline.id)", job.summary?.value.name ?? "", job.status?.value ?? "",
                cell(job.timing?.value.startedAt), cell(job.timing?.value.finishedAt),
                job.timing?.value.queuedDuration.map(String.init) ?? "",
                job.failureReason?.value.flatMap(\.self) ?? "",
            ]
        }
        #expect(rows == page.table("Jobs", "job").rows)
        #expect(told.filter { $0.isRetried?.value == true }.map(\.id.id) == [607])
        #expect(told.filter { $0.summary?.value.isAllowedToFail == true }.map(\.id.id) == [609])
        let worked = told.filter { $0.pipeline.id == 405 }.compactMap { $0.timing?.value.duration }
        #expect(worked.reduce(0, +) == 1200)
    }

    @Test("Milestones and members")
    func people() async throws {
        let records = try await records
        let milestones = records.milestones.rows.sorted { $0.id < $1.id }.map { milestone in
            [
                "\(milestone.id.id)", milestone.summary?.value.title ?? "",
                milestone.isOfGroup?.value == true ? "group" : "project",
                milestone.summary?.value.startsOn ?? "", milestone.summary?.value.dueOn ?? "",
            ]
        }
        #expect(milestones == page.table("Plans and people", "milestone").rows)
        let members = records.members.rows.sorted { $0.id < $1.id }.map { member in
            [
                name(member.user?.value), "\(member.accessLevel?.value ?? 0)",
                member.isInherited?.value == true ? "group" : "project",
            ]
        }
        #expect(members == page.table("Plans and people", "member").rows)
        let planned = records.issues.filter { $0.milestone?.value != .some(nil) }
        #expect(planned.map { $0.summary?.value.iid } == [1])
    }

    @Test("Branches, tags and releases")
    func repository() async throws {
        let records = try await records
        let branches = records.branches.rows.sorted { $0.id < $1.id }
            .map { [$0.id.name, $0.traits?.value.isDefault == true ? "yes" : ""] }
        #expect(branches == page.table("Branches, tags and releases", "branch").rows)
        var landed: [String: String] = [:]
        for mergeRequest in records.mergeRequests {
            guard let sha = mergeRequest.mergeCommitSHA?.value ?? nil else { continue }
            landed[sha] = "merge of !\(mergeRequest.summary?.value.iid ?? 0)"
        }
        let tags = records.tags.rows.sorted { $0.id < $1.id }.map { tag in
            let release = records.releases[ReleaseKey(tag.project, tag.id.name)]
            return [
                tag.id.name, landed[tag.sha?.value ?? ""] ?? "", cell(tag.createdAt?.value ?? nil),
                cell(release?.summary?.value.releasedAt), name(release?.author?.value ?? nil),
            ]
        }
        #expect(tags == page.table("Branches, tags and releases", "tag").rows)
    }

    @Test("Events: labels, milestones and pushes")
    func events() async throws {
        let records = try await records
        let issues = Dictionary(
            records.issues.map { ($0.reference, "#\($0.summary?.value.iid ?? 0)") },
            uniquingKeysWith: { first, _ in first })
        var rows: [[String]] = []
        for event in records.labelEvents {
            let verb = event.change.value.isAdded ? "gets" : "loses"
            rows.append([
                "label \(event.id.id)", name(event.user?.value ?? nil), cell(event.createdAt),
                "\(issues[event.subject] ?? "") \(verb) \(event.change.value.label ?? "")",
            ])
        }
        for event in records.milestoneEvents {
            let verb = event.change.value.isAdded ? "gets" : "loses"
            rows.append([
                "milestone \(event.id.id)", name(event.user?.value ?? nil), cell(event.createdAt),
                "\(issues[event.subject] ?? "") \(verb) \(event.change.value.milestone?.id ?? 0)",
            ])
        }
        for event in records.activityEvents {
            guard let push = event.facts.value.push else { continue }
            rows.append([
                "push \(event.id.id)", name(event.facts.value.author), cell(event.createdAt),
                "\(push.refType) \(push.ref ?? "") \(push.action)",
            ])
        }
        #expect(rows.sorted { $0[0] < $1[0] } == page.table("Events", "event").rows)
        // Merged, closed and reopened, as the merge requests and issues themselves say.
        #expect(!records.stateEvents.isEmpty)
    }

    @Test("Asking for more changes none of what is read anyway")
    func standard() async throws {
        let whole = try await records.only(BackfillPlan.standardKinds)
        let standard = try await GoldenProject.reading.value[GoldenProject.key]
            .only(BackfillPlan.standardKinds)
        #expect(whole == standard)
    }

    /// `03-05 10:00`.
    private func cell(_ instant: Instant?) -> String {
        guard let text = instant?.description else { return "" }
        return "\(text.dropFirst(5).prefix(5)) \(text.dropFirst(11).prefix(5))"
    }

    private func name(_ account: Account?) -> String {
        guard let name = account?.username else { return "" }
        return name.contains("_bot_") ? "the bot" : name
    }
}
