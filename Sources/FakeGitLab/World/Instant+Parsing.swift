extension Instant {
    /// Reads what GitLab accepts for a date parameter: `2026-01-16`, or with `T` or a blank and a time, a
    /// fraction of up to microseconds, and `Z` or an offset (none means UTC).
    init?(text: String) {
        var scanner = Scanner(bytes: Array(text.utf8))
        guard let year = scanner.number(4), scanner.skip("-"), let month = scanner.number(2),
            scanner.skip("-"),
            let day = scanner.number(2), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        var seconds = Int64(Self.days(year: year, month: month, day: day)) * 86_400
        var fraction: Int64 = 0
        if scanner.skip("T") || scanner.skip(" ") {
            guard let hour = scanner.number(2), scanner.skip(":"), let minute = scanner.number(2), hour < 25,
                minute < 60
            else { return nil }
            let second = scanner.skip(":") ? scanner.number(2) : 0
            guard let second, second < 61 else { return nil }
            seconds += Int64(hour * 3600 + minute * 60 + second)
            if scanner.skip(".") { fraction = scanner.fraction() }
            guard let offset = scanner.offset() else { return nil }
            seconds -= Int64(offset) * 60
        }
        guard scanner.isAtEnd else { return nil }
        self.init(microseconds: seconds * 1_000_000 + fraction)
    }

    /// Days from 1970-01-01 in the Gregorian calendar.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private struct Scanner {
        let bytes: [UInt8]
        var position = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        var isAtEnd: Bool { position == bytes.count }

        mutating func skip(_ character: Unicode.Scalar) -> Bool {
            guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
            position += 1
            return true
        }

        mutating func number(_ width: Int) -> Int? {
            guard position + width <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[position..<position + width] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            position += width
            return value
        }

        mutating func fraction() -> Int64 {
            var value: Int64 = 0
            var digits = 0
            while position < bytes.count, (0x30...0x39).contains(bytes[position]) {
                if digits < 6 { value = value * 10 + Int64(bytes[position] - 0x30) }
                digits += 1
                position += 1
            }
            for _ in 0..<max(0, 6 - digits) { value *= 10 }
            return value
        }

        /// Minutes east of UTC; 0 for `Z` and for nothing.
        mutating func offset() -> Int? {
            if isAtEnd || skip("Z") { return 0 }
            let sign = skip("+") ? 1 : skip("-") ? -1 : 0
            guard sign != 0, let hours = number(2) else { return nil }
            _ = skip(":")
            guard let minutes = isAtEnd ? 0 : number(2) else { return nil }
            return sign * (hours * 60 + minutes)
        }
    }
}
