import Foundation
import Testing

@testable import LoopbackServer

@Suite struct HTTPDateTests {
    @Test("The example of RFC 9110")
    func example() {
        #expect(
            HTTPDate(instant: Date(timeIntervalSince1970: 784_111_777)).description
                == "Sun, 06 Nov 1994 08:49:37 GMT")
    }

    @Test("Agrees with Foundation on every kind of day, leap years and centuries included")
    func foundation() throws {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "GMT")
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        for number in stride(from: -1_000_000_000, through: 8_000_000_000, by: 45_678_901) {
            let instant = Date(timeIntervalSince1970: Double(number) + 0.75)
            #expect(HTTPDate(instant: instant).description == formatter.string(from: instant))
        }
    }
}
