import Foundation
import Testing
import WireFormat

@Suite("WireDate")
struct WireDateTests {
    @Test(
        "reads every form GitLab writes",
        arguments: [
            ("2026-01-16T05:56:22.053Z", 1_768_542_982, 53_000_000, WireDate.Precision.subsecond),
            ("2026-01-16 05:56:22 UTC", 1_768_542_982, 0, .second),
            ("2013-12-03T17:15:43Z", 1_386_090_943, 0, .second),
            ("2021-04-28 21:50:00 +0200", 1_619_639_400, 0, .second),
            ("2021-04-28 21:50:00 UTC", 1_619_646_600, 0, .second),
            ("2012-01-03T23:36:29+02:00", 1_325_626_589, 0, .second),
            ("2026-01-16T05:01:10.000+00:00", 1_768_539_670, 0, .subsecond),
            ("2021-09-20T09:06:12.300+03:00", 1_632_117_972, 300_000_000, .subsecond),
            ("2024-01-01T00:00:00-0330", 1_704_079_800, 0, .second),
            ("2024-01-01 00:00:00.5 -03:30", 1_704_079_800, 500_000_000, .subsecond),
            ("2024-01-01T00:00:00.123456789Z", 1_704_067_200, 123_456_789, .subsecond),
            ("2024-01-01t00:00:00z", 1_704_067_200, 0, .second),
            ("2025-06-30", 1_751_241_600, 0, .day),
            ("2024-02-29", 1_709_164_800, 0, .day),
            ("2000-02-29", 951_782_400, 0, .day),
            ("1969-12-31T23:59:59.999Z", -1, 999_000_000, .subsecond),
            ("1900-01-01", -2_208_988_800, 0, .day),
            ("0000-01-01", -62_167_219_200, 0, .day),
            ("9999-12-31T23:59:59Z", 253_402_300_799, 0, .second),
            ("2016-12-31T23:59:60Z", 1_483_228_799, 0, .second),
        ])
    func forms(text: String, seconds: Int64, nanoseconds: Int32, precision: WireDate.Precision) throws {
        let date = try #require(WireDate(text))
        #expect(date == WireDate(seconds: seconds, nanoseconds: nanoseconds, precision: precision))
        #expect(WireDate(utf8: Array(text.utf8)) == date)
        #expect(WireDate("x\(text)x".dropFirst().dropLast()) == date)
    }

    @Test(
        "refuses what is no instant",
        arguments: [
            "", " ", "2024", "2024-01", "2024-1-01", "24-01-01", "2024-00-01", "2024-13-01", "2024-01-00",
            "2024-01-32", "2024-04-31", "2023-02-29", "1900-02-29", "2024-02-30", "2024-01-01T",
            "2024-01-01Z",
            "2024-01-01T00:00Z", "2024-01-01T00:00:00", "2024-01-01 00:00:00", "2024-01-01T24:00:00Z",
            "2024-01-01T00:60:00Z", "2024-01-01T00:00:61Z", "2024-01-01T00:00:00.Z",
            "2024-01-01T00:00:00.1234567890Z",
            "2024-01-01T00:00:00,5Z", "2024-01-01T00:00:00+24:00", "2024-01-01T00:00:00+01:60",
            "2024-01-01T00:00:00+1", "2024-01-01T00:00:00+01", "2024-01-01T00:00:00ZZ",
            "2024-01-01T00:00:00 Z",
            "2024-01-01T00:00:00 UT", "2024-01-01T00:00:00 utc", "2024-01-01T00:00:00 CET",
            " 2024-01-01", "2024-01-01 ", "2024-01-01  00:00:00Z", "+2024-01-01", "-024-01-01", "20240101",
            "２０２４-01-01", "2024-01-01T00:00:00\u{2212}01:00", "[REDACTED]",
        ])
    func malformed(text: String) {
        #expect(WireDate(text) == nil)
    }

    @Test("every instant of 1900 to 2100 survives being written with any offset and read", arguments: 0..<20)
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let offsets = stride(from: Int64(-86_340), through: 86_340, by: 900 + 60)
        for _ in 0..<20 {
            let second = Int64.random(in: -2_208_988_800...4_133_980_799, using: &random)
            let milliseconds = Int32.random(in: 0...999, using: &random)
            for offset in offsets {
                let local = WireDate(seconds: second + offset, nanoseconds: milliseconds * 1_000_000).iso8601
                let written = local.dropLast().replacing("T", with: Bool.random(using: &random) ? "T" : " ")
                let text = written + Self.zone(offset, using: &random)
                let read = try #require(WireDate(text), "\(text)")
                #expect(read.seconds == second && read.nanoseconds == milliseconds * 1_000_000, "\(text)")
            }
        }
    }

    private static func zone(_ offset: Int64, using random: inout SeededGenerator) -> String {
        let hours = String(abs(offset) / 3600 + 100).dropFirst()
        let minutes = String(abs(offset) / 60 % 60 + 100).dropFirst()
        let blank = Bool.random(using: &random) ? " " : ""
        let colon = Bool.random(using: &random) ? ":" : ""
        return "\(blank)\(offset < 0 ? "-" : "+")\(hours)\(colon)\(minutes)"
    }

    @Test("milliseconds are exact on the way to Date and back", arguments: 0..<10)
    func milliseconds(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let wire = WireDate(
                seconds: Int64.random(in: -2_208_988_800...4_133_980_799, using: &random),
                nanoseconds: Int32.random(in: 0...999, using: &random) * 1_000_000, precision: .subsecond)
            #expect(WireDate(wire.date) == wire)
            #expect(WireDate(wire.iso8601) == wire)
        }
    }

    @Test("agrees with Foundation wherever Foundation can read the form", arguments: 0..<10)
    func differential(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let styles = [
            Date.ISO8601FormatStyle(includingFractionalSeconds: true),
            Date.ISO8601FormatStyle(includingFractionalSeconds: false),
            Date.ISO8601FormatStyle(
                timeZoneSeparator: .colon, includingFractionalSeconds: true, timeZone: try zone(5)),
            Date.ISO8601FormatStyle(timeZoneSeparator: .omitted, timeZone: try zone(-9)),
        ]
        for _ in 0..<50 {
            let instant = Date(
                timeIntervalSince1970: Double.random(in: -2.2e9...4.1e9, using: &random).rounded())
            for style in styles {
                let text = instant.formatted(style)
                let foundation = try style.parse(text)
                let ours = try #require(WireDate(text), "\(text)")
                #expect(abs(ours.date.timeIntervalSince(foundation)) < 0.000_5, "\(text)")
            }
        }
    }

    private func zone(_ hours: Int) throws -> TimeZone {
        try #require(TimeZone(secondsFromGMT: hours * 3600 + (hours < 0 ? -1800 : 1800)))
    }

    @Test("calendar days agree with Foundation's for each day of 1900 to 2100")
    func calendar() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for day in stride(from: Int64(-25_567), through: 47_846, by: 1) {
            let instant = Date(timeIntervalSince1970: Double(day) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day], from: instant)
            let expected = [parts.year ?? 0, parts.month ?? 0, parts.day ?? 0]
            let text = WireDate(seconds: day * 86_400 + 86_399).dateOnly
            #expect(text.split(separator: "-").map { Int($0) ?? -1 } == expected)
            #expect(WireDate(text)?.seconds == day * 86_400)
        }
    }

    @Test("random bytes and mutilated dates never crash, and what is read is written back", arguments: 0..<10)
    func fuzz(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array("0123456789-:TZ+. UTCtz".utf8) + [0, 0x80, 0xFF]
        let samples = [
            "2024-01-31T12:34:56.789Z", "2021-04-28 21:50:00 +0200", "2021-04-28 21:50:00 UTC", "2025-06-30",
        ]
        for _ in 0..<2000 {
            var bytes = Array((samples.randomElement(using: &random) ?? "").utf8)
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                bytes[place] = alphabet.randomElement(using: &random) ?? 0
            }
            bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
            if let read = WireDate(utf8: bytes) {
                #expect(
                    WireDate(seconds: read.seconds, nanoseconds: read.nanoseconds).iso8601.utf8.count == 24)
            }
            let noise = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt8.random(in: .min ... .max, using: &random)
            }
            _ = WireDate(utf8: noise)
            _ = WireDate(http: String(decoding: noise, as: UTF8.self))
        }
    }

    @Test("later instants are greater, whatever was told of them")
    func order() throws {
        let day = try #require(WireDate("2024-01-01"))
        let second = try #require(WireDate("2024-01-01T00:00:00+00:00"))
        let fraction = try #require(WireDate("2024-01-01T00:00:00.001Z"))
        #expect(!(day < second) && !(second < day))
        #expect(day < fraction && second < fraction)
        #expect(try #require(WireDate("1969-12-31T23:59:59.999Z")) < day)
    }

    @Test("a Date beyond the calendar becomes the nearest instant that can be written")
    func extremes() {
        #expect(WireDate(Date.distantPast).iso8601 == "0001-01-01T00:00:00.000Z")
        #expect(WireDate(Date(timeIntervalSince1970: 1e300)).iso8601 == "9999-12-31T23:59:59.999Z")
        #expect(WireDate(Date(timeIntervalSince1970: -.infinity)).iso8601 == "0001-01-01T00:00:00.000Z")
        #expect(WireDate(Date(timeIntervalSince1970: .nan)).iso8601 == "2001-01-01T00:00:00.000Z")
        #expect(WireDate(Date(timeIntervalSince1970: -0.001)).iso8601 == "1969-12-31T23:59:59.999Z")
    }
}
