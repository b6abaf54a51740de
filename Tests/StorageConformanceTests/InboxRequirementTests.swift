import StorageConformance
import Testing

@Suite("The requirements of inboxes")
struct InboxRequirementTests {
    @Test(
        "each defect of an inbox is caught by the requirement that forbids it",
        arguments: BrokenInbox.Defect.allCases)
    func catches(_ defect: BrokenInbox.Defect) async throws {
        let requirement = try #require(InboxRequirement.all.first { $0.name == defect.breaks })
        let violation = await #expect(throws: StorageViolation.self) {
            try await requirement.check { BrokenInbox(defect) }
        }
        #expect(violation?.description.isEmpty == false)
    }

    @Test("an inbox without a defect meets them all", arguments: InboxRequirement.all)
    func accepts(_ requirement: InboxRequirement) async throws {
        try await requirement.check { BrokenInbox() }
    }

    @Test("none is idle: each catches some defect")
    func needed() {
        #expect(Set(BrokenInbox.Defect.allCases.map(\.breaks)) == Set(InboxRequirement.all.map(\.name)))
    }

    @Test("have names of their own")
    func names() {
        #expect(Set(InboxRequirement.all.map(\.name)).count == InboxRequirement.all.count)
    }
}
