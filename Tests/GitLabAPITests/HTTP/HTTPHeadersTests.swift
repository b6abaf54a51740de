import GitLabAPI
import Testing

@Suite("HTTPHeaders")
struct HTTPHeadersTests {
    @Test("print, dump and reflect their names alone")
    func description() {
        let headers: HTTPHeaders = ["Authorization": "Bearer hushhush", "X-\nOdd": "hushhush"]
        var dumped = ""
        dump(headers, to: &dumped)
        dump(headers.fields, to: &dumped)
        for text in [
            "\(headers)", String(reflecting: headers), "\(headers.fields)", "\(Optional(headers) as Any)",
            dumped,
        ] {
            #expect(!text.contains("hush") && text.contains("Authorization"), "\(text)")
        }
        #expect("\(headers)" == "[Authorization, X- Odd]")
    }
}
