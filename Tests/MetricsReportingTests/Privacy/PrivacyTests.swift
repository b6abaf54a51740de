import Foundation
import MetricsCore
import MetricsReporting
import MetricsStorage
import Testing

@Suite("Privacy")
struct PrivacyTests {
    static let period = SampleStore.period

    /// Merged merge requests of some authors in some projects, with labels.
    static func records(seed: Int) -> RecordSet {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
        func number(_ bound: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % bound)
        }
        var records = RecordSet()
        for id in 1...(5 + number(40)) {
            let project = ProjectKey(SampleStore.instance, 1 + number(4))
            var record = MergeRequestRecord(id: MergeRequestKey(SampleStore.instance, id), project: project)
            let at = SampleStore.start.advanced(bySeconds: Int64(number(800_000)))
            record.summary = Register(
                .init(
                    iid: Int64(id), title: "", state: .merged, isDraft: false, createdAt: at, updatedAt: at,
                    sourceBranch: "b", targetBranch: "main", sourceProject: project,
                    labels: ["a", "b", "c", "d"].filter { _ in number(3) == 0 }), stamp: SampleStore.stamp(at)
            )
            let author = number(9)
            record.author = Register(
                Account(id: Int64(author), username: "user\(author)"), stamp: SampleStore.stamp(at))
            record.merge = Register(.init(at: at, by: nil), stamp: SampleStore.stamp(at))
            records.insert(record)
        }
        return records
    }

    static func report(_ records: RecordSet, _ policy: PrivacyPolicy, by grouping: Grouping) async throws
        -> MetricsReport
    {
        try await MetricsReporter(
            storage: InMemoryStorage(records),
            configuration: .init(
                metrics: [MergeRequestsMerged(), TimeToMerge()], grouping: grouping, privacy: policy)
        ).report(for: period)
    }

    @Test(
        "No shown number, and no difference of two or of the whole and its parts, rests on too few people",
        arguments: 1...40, [Grouping.label, .project, .targetBranch])
    func nothingFiner(seed: Int, grouping: Grouping) async throws {
        let records = Self.records(seed: seed)
        let smallest = 2 + seed % 4
        let policy = PrivacyPolicy(smallestGroup: smallest)
        let open = try await Self.report(records, .open, by: grouping)
        let seen = try await Self.report(records, policy, by: grouping)
        func authors(_ ids: Set<String>) -> Int {
            Set(
                records.projects.values.flatMap(\.mergeRequests.rows).filter {
                    ids.contains(String($0.id.id))
                }.map {
                    $0.author?.value?.id
                }
            ).count
        }
        func isTooFew(_ ids: Set<String>) -> Bool { !ids.isEmpty && authors(ids) < smallest }
        func sections(_ report: MetricsReport) -> [MetricsReport.Section] {
            [report.total] + report.projects + report.groups
        }
        for metric in [MetricID.mergeRequestsMerged, .timeToMerge] {
            var shown: [(isPart: Int, ids: Set<String>)] = []
            for (index, (exact, section)) in zip(sections(open), sections(seen)).enumerated() {
                let value = try #require(section[metric])
                #expect(
                    value.evidence.references.isEmpty && value.distribution == nil
                        && value.evidence.exclusions.isEmpty)
                guard value.number != nil else {
                    #expect(value.absence == .withheld || exact[metric]?.number == nil)
                    continue
                }
                #expect(value.number == exact[metric]?.number)
                let ids = Set((exact[metric]?.evidence.references ?? References()).map(\.id))
                shown.append((index == 0 ? 0 : index <= open.projects.count ? 1 : 2, ids))
            }
            for one in shown {
                #expect(!isTooFew(one.ids))
                for other in shown where other.ids.isSubset(of: one.ids) {
                    #expect(!isTooFew(one.ids.subtracting(other.ids)))
                }
            }
            for whole in shown where whole.isPart == 0 {
                for family in 1...2 {
                    let parts = shown.filter { $0.isPart == family }.reduce(into: Set<String>()) {
                        $0.formUnion($1.ids)
                    }
                    if shown.contains(where: { $0.isPart == family }) {
                        #expect(!isTooFew(whole.ids.subtracting(parts)))
                    }
                }
            }
        }
    }

    @Test("Numbers on which enough people stand are shown")
    func shows() async throws {
        let records = Self.records(seed: 3)
        let seen = try await Self.report(records, PrivacyPolicy(smallestGroup: 2), by: .project)
        #expect(seen[.mergeRequestsMerged]?.number != nil)
        #expect(seen.projects.contains { $0[.mergeRequestsMerged]?.number != nil })
    }

    @Test("Teams alone: nothing by person, no record named")
    func teamsOnly() async throws {
        let records = Self.records(seed: 3)
        let seen = try await Self.report(records, .teams, by: .person)
        #expect(seen.groups.isEmpty)
        let named = try await Self.report(records, PrivacyPolicy(namesRecords: false), by: .label)
        #expect(
            named.total.values.allSatisfy { $0.evidence.references.isEmpty && $0.evidence.sampleSize > 0 })
    }

    @Test(
        "Pseudonyms are the same for the same person and key, and lead to nobody; without a key people are withheld"
    )
    func pseudonyms() async throws {
        let records = Self.records(seed: 5)
        let policy = PrivacyPolicy(usesPseudonyms: true)
        func groups(_ key: String?) async throws -> [MetricsReport.Section] {
            try await MetricsReporter(
                storage: InMemoryStorage(records),
                configuration: .init(
                    metrics: [MergeRequestsMerged()], grouping: .person, privacy: policy,
                    pseudonyms: key.map { Pseudonyms(key: Data($0.utf8)) })
            ).report(for: Self.period).groups
        }
        let (one, again, other) = (
            try await groups("one"), try await groups("one"), try await groups("other")
        )
        #expect(one == again)
        #expect(Set(one.map(\.title)).isDisjoint(with: other.map(\.title)))
        #expect(
            one.count > 2 && one.allSatisfy { $0.title.hasPrefix("person-") && !$0.title.contains("user") })
        #expect(
            Set(one.map { $0[.mergeRequestsMerged]?.number })
                == Set(other.map { $0[.mergeRequestsMerged]?.number }))
        #expect(try await groups(nil).isEmpty)
    }
}
