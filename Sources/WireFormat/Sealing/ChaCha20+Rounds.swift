/// The arithmetic of RFC 8439, sections 2.1 to 2.3.
extension ChaCha20 {
    /// Twenty rounds: ten times the columns, then the diagonals.
    @inline(__always)
    static func rounds(_ x: SIMD16<UInt32>) -> SIMD16<UInt32> {
        var (x0, x1, x2, x3) = (x[0], x[1], x[2], x[3])
        var (x4, x5, x6, x7) = (x[4], x[5], x[6], x[7])
        var (x8, x9, x10, x11) = (x[8], x[9], x[10], x[11])
        var (x12, x13, x14, x15) = (x[12], x[13], x[14], x[15])
        for _ in 0..<10 {
            quarterRound(&x0, &x4, &x8, &x12)
            quarterRound(&x1, &x5, &x9, &x13)
            quarterRound(&x2, &x6, &x10, &x14)
            quarterRound(&x3, &x7, &x11, &x15)
            quarterRound(&x0, &x5, &x10, &x15)
            quarterRound(&x1, &x6, &x11, &x12)
            quarterRound(&x2, &x7, &x8, &x13)
            quarterRound(&x3, &x4, &x9, &x14)
        }
        return SIMD16(x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15)
    }

    @inline(__always)
    static func quarterRound(_ a: inout UInt32, _ b: inout UInt32, _ c: inout UInt32, _ d: inout UInt32) {
        a = a &+ b
        d = rotate(d ^ a, 16)
        c = c &+ d
        b = rotate(b ^ c, 12)
        a = a &+ b
        d = rotate(d ^ a, 8)
        c = c &+ d
        b = rotate(b ^ c, 7)
    }

    @inline(__always)
    private static func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 {
        (word &<< bits) | (word &>> (32 &- bits))
    }
}
