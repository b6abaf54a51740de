import Foundation
import GitLabVocabulary
import Testing

@Suite("Secret")
struct SecretTests {
    static let text = "glpat-0123456789abcdef"

    struct Holder {
        var name = "token"
        var secret = Secret(SecretTests.text)
        var optional: Secret? = Secret(SecretTests.text)
        var list = [Secret(SecretTests.text)]
        var table = ["key": Secret(SecretTests.text)]
    }

    final class Owner {
        let secret = Secret(SecretTests.text)
    }

    enum Choice {
        case secret(Secret)
    }

    struct Failure: Error {
        let secret = Secret(SecretTests.text)
    }

    static func dumped(_ value: Any) -> String {
        var text = ""
        dump(value, to: &text)
        return text
    }

    static func printed(_ value: Any) -> String {
        var text = ""
        print(value, to: &text)
        debugPrint(value, to: &text)
        return text
    }

    @Test("never shows, alone or within anything, however it is printed")
    func printing() {
        let values: [Any] = [
            Secret(Self.text), Holder(), Owner(), Choice.secret(Secret(Self.text)), Failure(),
            (1, Secret(Self.text)), Optional(Secret(Self.text)) as Any, [Secret(Self.text)],
        ]
        for value in values {
            let shown = [
                Self.printed(value), Self.dumped(value), "\(value)", String(describing: value),
                String(reflecting: value), "\(Mirror(reflecting: value).children.map { "\($0)" })",
                String(format: "%@", "\(value)"),
            ]
            for text in shown {
                #expect(!text.contains("glpat") && !text.contains("abcdef"), "\(type(of: value))")
            }
        }
        #expect("\(Secret(Self.text))" == "<redacted>")
        #expect(String(reflecting: Secret(Self.text)) == "<redacted>")
    }

    @Test("has nothing to reflect on, and cannot be encoded or hashed into logs")
    func reflection() {
        #expect(Mirror(reflecting: Secret(Self.text)).children.isEmpty)
        let secret: Any = Secret(Self.text)
        #expect(!(secret is any Encodable))
        #expect(!(secret is any LosslessStringConvertible))
    }

    @Test("gives its text to the one who asks for it")
    func reveal() {
        #expect(Secret(Self.text).reveal() == Self.text)
        #expect(!Secret(Self.text).isEmpty && Secret("").isEmpty)
    }

    @Test(
        "compares by every byte",
        arguments: [
            ("", "", true), ("a", "a", true), ("a", "b", false), ("a", "", false), ("", "a", false),
            ("abc", "abd", false), ("abc", "xbc", false), ("abc", "abcd", false), ("ab\0", "ab", false),
            ("é", "e\u{301}", false), ("🔑", "🔑", true),
        ])
    func equality(left: String, right: String, equal: Bool) {
        #expect((Secret(left) == Secret(right)) == equal)
        #expect((Secret(right) == Secret(left)) == equal)
    }
}
