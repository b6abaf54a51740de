import GitLabVocabulary
import Testing

@Suite("GitLabRelease")
struct GitLabReleaseTests {
    @Test(
        "reads versions as GitLab writes them",
        arguments: [
            ("18.11.1-ee", GitLabRelease(18, 11, 1)), ("18.11.0-pre", GitLabRelease(18, 11)),
            ("13.12.15", GitLabRelease(13, 12, 15)), ("19.0", GitLabRelease(19, 0)),
            ("17.0.0-rc42-ee", GitLabRelease(17, 0)), ("16.4.0+gitlab", GitLabRelease(16, 4)),
        ])
    func parsing(text: String, expected: GitLabRelease) {
        #expect(GitLabRelease(text) == expected)
    }

    @Test(
        "refuses the rest",
        arguments: ["", "18", "18.", ".1", "v18.1", "18.x", "18.1.2.3", "-18.1", "18.-1", "１８.1"])
    func malformed(text: String) {
        #expect(GitLabRelease(text) == nil)
    }

    @Test("compares by number, not by text")
    func order() {
        #expect(GitLabRelease(9, 5) < GitLabRelease(18, 2) && GitLabRelease(18, 2) < GitLabRelease(18, 11))
        #expect(GitLabRelease(18, 11) < GitLabRelease(18, 11, 1))
        #expect("\(GitLabRelease(18, 11))" == "18.11.0")
    }
}
