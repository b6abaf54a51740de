import StorageConformance
import Testing

@Suite("The requirements of storage")
struct StorageRequirementTests {
    @Test(
        "each defect of a store is caught by the requirement that forbids it",
        arguments: BrokenStorage.Defect.allCases)
    func catches(_ defect: BrokenStorage.Defect) async throws {
        let requirement = try #require(StorageRequirement.all.first { $0.name == defect.breaks })
        let violation = await #expect(throws: StorageViolation.self) {
            try await requirement.check { BrokenStorage(defect) }
        }
        #expect(violation?.description.isEmpty == false)
    }

    @Test("none is idle: each catches some defect")
    func needed() {
        #expect(Set(BrokenStorage.Defect.allCases.map(\.breaks)) == Set(StorageRequirement.all.map(\.name)))
    }

    @Test("have names of their own")
    func names() {
        #expect(Set(StorageRequirement.all.map(\.name)).count == StorageRequirement.all.count)
    }
}
