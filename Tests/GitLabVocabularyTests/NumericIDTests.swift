import Foundation
import GitLabVocabulary
import Testing

@Suite("Ids")
struct NumericIDTests {
    @Test("decode from numbers and from strings, within lists and as keys of their own")
    func decoding() throws {
        let ids = try JSONDecoder().decode([MergeRequestID].self, from: Data(#"[7,"8",-1]"#.utf8))
        #expect(ids == [7, 8, -1])
    }

    @Test(
        "refuse what is no integer",
        arguments: ["1.5", #""x""#, #""""#, "null", "[]", "{}", "true", #""1.5""#])
    func malformed(json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([ProjectID].self, from: Data("[\(json)]".utf8))
        }
    }

    @Test("encode as numbers and print as such")
    func encoding() throws {
        let bytes = try JSONEncoder().encode([UserID(rawValue: 12)])
        #expect(String(decoding: bytes, as: UTF8.self) == "[12]")
        #expect("\(UserID(rawValue: 12))" == "12")
        #expect(UserID("12") == 12 && UserID("twelve") == nil && UserID(" 12") == nil)
    }

    @Test("compare by number")
    func order() {
        let ids: [DeploymentID] = [10, 9, 100]
        #expect(ids.sorted() == [9, 10, 100])
        #expect(Set<DeploymentID>([1, 1, 2]).count == 2)
    }
}
