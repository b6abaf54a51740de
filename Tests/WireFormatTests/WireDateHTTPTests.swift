import Testing
import WireFormat

@Suite("WireDate in HTTP headers")
struct WireDateHTTPTests {
    @Test(
        "reads all three forms of RFC 9110",
        arguments: [
            "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
        ])
    func forms(text: String) {
        #expect(WireDate(http: text) == WireDate(seconds: 784_111_777))
    }

    @Test("takes two digits of a year as 1970 to 2069")
    func shortYears() {
        #expect(WireDate(http: "Thursday, 01-Jan-70 00:00:00 GMT")?.seconds == 0)
        #expect(WireDate(http: "Tuesday, 01-Jan-69 00:00:00 GMT")?.dateOnly == "2069-01-01")
        #expect(WireDate(http: "Wed Nov 16 08:49:37 1994")?.dateOnly == "1994-11-16")
    }

    @Test(
        "refuses the rest",
        arguments: [
            "", "0", "3600", "Sun", "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37",
            "Sun, 06 Nov 1994",
            "Sun, 06 Nov 1994 08:49:37 UTC", "sun, 06 nov 1994 08:49:37 gmt", "Xxx, 06 Nov 1994 08:49:37 GMT",
            "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:37 GMT ",
            "Sunday, 06 Nov 1994 08:49:37 GMT", "Sun Nov 6 08:49:37 1994", "2024-01-01T00:00:00Z",
        ])
    func malformed(text: String) {
        #expect(WireDate(http: text) == nil)
    }

    @Test("what is written is read again, with the right day of the week", arguments: 0..<10)
    func roundTrip(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let date = WireDate(seconds: Int64.random(in: -2_208_988_800...4_133_980_799, using: &random))
            #expect(WireDate(http: date.http) == date)
        }
        #expect(
            WireDate(seconds: 784_111_777, nanoseconds: 999_999_999).http == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(WireDate(seconds: 0).http.hasPrefix("Thu,"))
        #expect(WireDate(seconds: -86_400).http.hasPrefix("Wed, 31 Dec 1969"))
    }
}
