import Testing
import WireFormat

@testable import FakeGitLab

@Suite("Generated worlds")
struct WorldGeneratorTests {
    @Test("the first endpoints answer from a generated world")
    func thinSlice() throws {
        let inquirer = try Inquirer.small()
        let projects = try inquirer.all("projects?membership=true&per_page=1")
        #expect(projects.count == 2)
        let requests = try inquirer.all("projects/1/merge_requests?per_page=7")
        #expect(requests.count >= 30)
        let iid = try #require(
            requests.first { ($0["user_notes_count"]?.intValue ?? 0) > 0 }?["iid"]?.intValue)
        #expect(try !inquirer.all("projects/1/merge_requests/\(iid)/notes").isEmpty)
        #expect(Inquirer(fake: inquirer.fake, token: "wrong").send("GET", "projects").status == 401)
    }
}
