extension WireDate {
    /// Reads every form in which GitLab writes an instant; `nil` for anything else.
    ///
    /// `2024-01-31`, or a date, `T` or a space, `hh:mm:ss`, perhaps `.` and one to nine digits, then `Z`, ` UTC`,
    /// or an offset as `+02:00` or `-0330`, with or without a space before it. Every number is checked against
    /// its range, days against the length of their month. A time without a zone is refused, for nobody knows
    /// which instant it means; so is `24:00:00`. Second 60 is read as 59, there being no leap seconds in GitLab.
    ///
    /// Time is linear in the length; nothing is allocated.
    ///
    /// See <https://docs.gitlab.com/api/rest/#request-data-types> and RFC 3339.
    package init?(_ text: some StringProtocol) { self.init(utf8: text.utf8) }

    /// Reads UTF-8 bytes as `init(_:)` reads a text.
    package init?(utf8 bytes: some Collection<UInt8>) {
        var reader = ByteReader(bytes)
        guard let day = reader.isoDay() else { return nil }
        if reader.isAtEnd {
            self.init(seconds: day.seconds, precision: .day)
            return
        }
        guard reader.take("T") || reader.take(" ") || reader.take("t"), let time = reader.clockTime() else {
            return nil
        }
        let fraction = reader.fraction()
        guard let fraction, let offset = reader.offset(), reader.isAtEnd else { return nil }
        self.init(
            seconds: day.seconds + time - offset, nanoseconds: fraction.nanoseconds,
            precision: fraction.isPresent ? .subsecond : .second)
    }
}

extension ByteReader {
    /// `2024-01-31`
    fileprivate mutating func isoDay() -> CivilDay? {
        guard let year = number(digits: 4), take("-"), let month = number(digits: 2), take("-"),
            let day = number(digits: 2)
        else { return nil }
        return CivilDay(year: year, month: month, day: day)
    }

    /// The digits after a point, if there are any; `nil` when the point is followed by none or by more than nine.
    fileprivate mutating func fraction() -> (isPresent: Bool, nanoseconds: Int32)? {
        guard take(".") else { return (false, 0) }
        var digits = 0
        var nanoseconds: Int32 = 0
        while let next = digit() {
            digits += 1
            guard digits <= 9 else { return nil }
            nanoseconds = nanoseconds * 10 + Int32(next)
        }
        guard digits > 0 else { return nil }
        for _ in digits..<9 { nanoseconds *= 10 }
        return (true, nanoseconds)
    }

    /// What stands between the local time and UTC, in seconds.
    fileprivate mutating func offset() -> Int64? {
        if take("Z") || take("z") { return 0 }
        _ = take(" ")
        if take("U") { return take("T") && take("C") ? 0 : nil }
        let sign: Int64
        if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
        guard let hours = number(digits: 2), hours < 24 else { return nil }
        _ = take(":")
        guard let minutes = number(digits: 2), minutes < 60 else { return nil }
        return sign * Int64(hours * 3600 + minutes * 60)
    }
}
