import Testing

@testable import WebhookModels

@Suite("Texts that people write")
struct TextTests {
    @Test(
        "suggested code is cut out of comments, other code is left",
        arguments: [
            ("plain", "plain"),
            ("a suggestion in words", "a suggestion in words"),
            ("a\n```suggestion\ncode\n```\nb", "a\nb"),
            ("```suggestion:-2+1\ncode\n```", ""),
            ("a\n````suggestion\n```\ncode\n````\nb", "a\nb"),
            ("a\n~~~ suggestion\ncode\n~~~\nb", "a\nb"),
            ("> ```suggestion\n> code\n> ```\nb", "b"),
            ("- ```suggestion\n  code\n  ```\nb", "b"),
            ("a\r\n```suggestion\r\ncode\r\n```\r\nb", "a\nb"),
            ("```swift\n```suggestion\n```\nb", "```swift\n```suggestion\n```\nb"),
            ("a\n```suggestion\nnever ends", "a"),
            ("```suggestion``` within a line", "```suggestion``` within a line"),
        ])
    func suggestions(text: String, rest: String) {
        #expect(text.withoutSuggestions == rest)
    }

    @Test(
        "of a text only what it refers to is kept",
        arguments: [
            ("nothing of note", nil),
            ("closes !7 and !8.", "!7\n!8"),
            ("!7 !7", "!7"),
            ("web/other!7 and word!8", nil),
            ("!7abc", nil),
            ("This reverts merge request !12", "This reverts merge request !12\n!12"),
            ("This reverts commit 8e1f00d, secret", "This reverts commit 8e1f00d"),
            ("This reverts commit nothing", nil),
            (
                "(https://gl.example/a/b/-/merge_requests/8?x=secret)",
                "https://gl.example/a/b/-/merge_requests/8"
            ),
            (
                "https://gl.example/a/-/environments/3/deployments/9",
                "https://gl.example/a/-/environments/3/deployments/9"
            ),
            ("https://gl.example/a/-/blob/main/secret.swift", nil),
        ] as [(String, String?)])
    func references(text: String, kept: String?) {
        #expect(text.references == kept)
        #expect(kept?.references == kept)
    }
}
