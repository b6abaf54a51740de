import Testing

@testable import WireFormat

@Suite("Poly1305")
struct Poly1305Tests {
    static func code(_ key: [UInt8], _ text: [UInt8]) -> [UInt8] {
        var code = key.withUnsafeBytes { Poly1305(key: $0) }
        text.withUnsafeBytes { code.absorb($0) }
        return withUnsafeBytes(of: code.code().littleEndian) { Array($0) }
    }

    @Test("The published texts have their published codes", arguments: PublishedSealing.codes)
    func published(example: PublishedSealing.Code) {
        #expect(hex(Self.code(example.key, example.text)) == example.code)
    }

    /// The expected value is OpenSSL's.
    @Test("Every length of the last block counts as it must")
    func everyLength() {
        var together = SHA256()
        for length in 0..<131 {
            together.update(Self.code(Sample.bytes(32, length), Sample.bytes(length, 2)))
        }
        #expect(
            together.digest().hexadecimal
                == "b668f1333831566d87af0ea32cdd3aab2272be017811a35fe8c996f03d838b4c")
    }

    /// r and s of none, all and single bits, and blocks around 2¹³⁰ − 5 and full of ones. The expected value is
    /// OpenSSL's.
    @Test("Every carry is moved on at the edges of the limbs and of the modulus")
    func edges() {
        func block(_ first: UInt8, _ rest: UInt8, last: UInt8? = nil) -> [UInt8] {
            [first] + [UInt8](repeating: rest, count: 14) + [last ?? rest]
        }
        let places = [
            block(0, 0), block(0xff, 0xff), block(1, 0), block(2, 0), block(4, 0),
            hex("ffffff0ffcffff0ffcffff0ffcffff0f"), block(0, 0, last: 0x0f),
        ]
        let secrets = [block(0, 0), block(0xff, 0xff), block(1, 0), block(0, 0, last: 0x80)]
        let blocks = [
            block(0, 0), block(0xff, 0xff), block(0xfb, 0xff), block(0xfa, 0xff), block(0xfc, 0xff),
            block(1, 1), block(0xf0, 0xff),
        ]
        let tails = [0, 1, 15, 16].map { [UInt8](repeating: 0xff, count: $0) }
        var together = SHA256()
        for r in places {
            for s in secrets {
                for first in blocks {
                    for second in blocks {
                        for tail in tails { together.update(Self.code(r + s, first + second + tail)) }
                    }
                }
            }
        }
        #expect(
            together.digest().hexadecimal
                == "93fdda7685f7c0b9dafdbc6c255155d9d9fa4f1b6888d6df37c14b0fd2c5f64e")
    }

    @Test("With r = 0, the code is s whatever the text")
    func zeroPlace() {
        let s = Sample.bytes(16, 5)
        for length in 0..<40 {
            #expect(Self.code([UInt8](repeating: 0, count: 16) + s, Sample.bytes(length, 1)) == s)
        }
    }
}
