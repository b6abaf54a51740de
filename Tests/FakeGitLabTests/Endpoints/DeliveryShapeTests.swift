import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite(
    "Shapes of what is delivered",
    .enabled(if: Samples.areThere, "the samples of GitLab's answers are not there"))
struct DeliveryShapeTests {
    static let cases = [
        ShapeTests.Case(sample: "branches_list", path: "projects/1/repository/branches"),
        ShapeTests.Case(sample: "tags_list", path: "projects/1/repository/tags"),
        ShapeTests.Case(sample: "releases_list", path: "projects/1/releases"),
        ShapeTests.Case(
            sample: "jobs_list", path: "projects/1/jobs?scope[]=failed", optional: ["artifacts_file"]),
    ]

    private static func world() throws -> Inquirer {
        try Inquirer.small(projects: 1)
    }

    @Test("an object has the keys of GitLab's own", arguments: cases)
    func keys(_ shape: ShapeTests.Case) throws {
        let value = try Self.world().json(shape.path)
        let served = try #require(value[0] ?? (value.arrayValue == nil ? value : nil))
        let wanted = try Samples.object(shape.sample)
        let keys = { (object: JSONValue) in Set(object.objectValue?.keys ?? []).subtracting(shape.optional) }
        #expect(keys(wanted).subtracting(keys(served)).sorted() == [], "missing")
        #expect(keys(served).subtracting(keys(wanted)).sorted() == [], "unknown to GitLab")
    }
}
