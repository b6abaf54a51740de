/// A number modulo 2¹³⁰ − 5 in limbs of 44, 44 and 42 bits, each with room for a carry not yet moved on.
struct Poly1305Residue: Sendable {
    private static let mask44: UInt64 = 1 << 44 - 1
    private static let mask42: UInt64 = 1 << 42 - 1

    private var low: UInt64
    private var middle: UInt64
    private var high: UInt64

    init(_ number: UInt128) {
        low = UInt64(truncatingIfNeeded: number) & Self.mask44
        middle = UInt64(truncatingIfNeeded: number &>> 44) & Self.mask44
        high = UInt64(truncatingIfNeeded: number &>> 88)
    }

    /// Adds the number and `bit` · 2¹²⁸.
    @inline(__always)
    mutating func add(_ number: UInt128, above bit: UInt64) {
        let other = Self(number)
        low &+= other.low
        middle &+= other.middle
        high &+= other.high | bit &<< 40
    }

    /// What a product carries beyond 2¹³² comes back at the bottom as 20 times itself, since 2¹³⁰ is 5.
    @inline(__always)
    mutating func multiply(by r: Self) {
        let middle20 = r.middle &* 20
        let high20 = r.high &* 20
        let d0 = Self.product(low, r.low) &+ Self.product(middle, high20) &+ Self.product(high, middle20)
        var d1 = Self.product(low, r.middle) &+ Self.product(middle, r.low) &+ Self.product(high, high20)
        var d2 = Self.product(low, r.high) &+ Self.product(middle, r.middle) &+ Self.product(high, r.low)
        d1 &+= d0 &>> 44
        d2 &+= d1 &>> 44
        low = UInt64(truncatingIfNeeded: d0) & Self.mask44
        middle = UInt64(truncatingIfNeeded: d1) & Self.mask44
        high = UInt64(truncatingIfNeeded: d2) & Self.mask42
        low &+= UInt64(truncatingIfNeeded: d2 &>> 42) &* 5
        middle &+= low &>> 44
        low &= Self.mask44
    }

    /// The residue below 2¹³⁰ − 5, modulo 2¹²⁸.
    func reduced() -> UInt128 {
        var whole = self
        whole.carry()
        whole.carry()
        // The residue plus 5 has bit 130 just when the residue is not below 2¹³⁰ − 5.
        var rest = whole
        rest.low &+= 5
        rest.middle &+= rest.low &>> 44
        rest.low &= Self.mask44
        rest.high &+= rest.middle &>> 44
        rest.middle &= Self.mask44
        let isTooLarge = 0 &- (rest.high &>> 42)
        rest.high &= Self.mask42
        return whole.number & ~Self.widened(isTooLarge) | rest.number & Self.widened(isTooLarge)
    }

    private mutating func carry() {
        middle &+= low &>> 44
        low &= Self.mask44
        high &+= middle &>> 44
        middle &= Self.mask44
        low &+= (high &>> 42) &* 5
        high &= Self.mask42
    }

    private var number: UInt128 { UInt128(low) &+ UInt128(middle) &<< 44 &+ UInt128(high) &<< 88 }

    @inline(__always)
    private static func product(_ a: UInt64, _ b: UInt64) -> UInt128 { UInt128(a) &* UInt128(b) }

    private static func widened(_ mask: UInt64) -> UInt128 { UInt128(mask) &<< 64 | UInt128(mask) }
}
