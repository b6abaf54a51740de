import Testing

@testable import GitLabAPI

@Suite("Link header")
struct LinkHeaderTests {
    static let nextLinks: [(header: [String], next: String?)] = [
        ([], nil),
        ([""], nil),
        ([#"<https://h/a?page=2>; rel="next""#], "https://h/a?page=2"),
        ([#"<https://h/a?page=2>;rel=next"#], "https://h/a?page=2"),
        ([#"<https://h/a?page=2> ; REL = "NEXT""#], "https://h/a?page=2"),
        (
            [#"<https://h/1>; rel="prev", <https://h/3>; rel="next", <https://h/9>; rel="last""#],
            "https://h/3"
        ),
        ([#"<https://h/1>; rel="first",<https://h/3>; rel="next""#], "https://h/3"),
        ([#"<https://h/1>; rel="first"#, #"<https://h/3>; rel="next""#], "https://h/3"),
        (
            [#"<https://h/1>; rel="first"; title="a, <b>; rel=\"next\"", <https://h/3>; rel="next""#],
            "https://h/3"
        ),
        ([#"<https://h/a?labels=x,y&iids[]=1,2;3>; rel="next""#], "https://h/a?labels=x,y&iids[]=1,2;3"),
        ([#"<https://h/3>; rel="last next""#], "https://h/3"),
        ([#"<https://h/3>; rel="nextish""#], nil),
        ([#"<https://h/3>; rel="prev"; rel="next""#], nil),
        ([#"<https://h/3>; title="next""#], nil),
        ([#"<https://h/3>; anchor; rel="next""#], "https://h/3"),
        ([#"<https://h/3"#], nil),
        ([#"rubbish, <https://h/3>; rel="next""#], "https://h/3"),
        ([#"<>; rel="next""#], ""),
        ([#"< https://h/3 >; rel="next""#], "https://h/3"),
        ([#"</api/v4/a?page=2>; rel="next""#], "/api/v4/a?page=2"),
        ([#"<https://h/3>; rel="next"#], "https://h/3"),
    ]

    @Test(
        "finds the next page in every spelling RFC 8288 allows, and in no other place", arguments: nextLinks)
    func next(header: [String], next: String?) {
        #expect(LinkHeader(header).target("next") == next)
    }

    @Test(
        "takes any case of the header's name, and several headers",
        arguments: ["Link", "link", "LINK", "lInK"])
    func anyCase(name: String) {
        let headers = HTTPHeaders([
            (name, #"<https://h/1>; rel="prev""#), (name, #"<https://h/3>; rel="next""#),
        ])
        #expect(LinkHeader(headers).target("next") == "https://h/3")
        #expect(LinkHeader(headers).target("prev") == "https://h/1")
        #expect(LinkHeader(headers).target("last") == nil)
    }

    @Test("survives any text", arguments: 0..<500)
    func survives(seed: Int) {
        var generator = SplitMix(seed: seed)
        let alphabet = Array(#"<>;,="\ relnxt/é"#)
        let text = String(
            (0..<Int.random(in: 0..<60, using: &generator)).compactMap { _ in
                alphabet.randomElement(using: &generator)
            })
        let links = LinkHeader([text]).links
        #expect(links.count <= text.count { $0 == "<" })
    }
}
