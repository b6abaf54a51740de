/// A commit's SHA as a key: equal as the texts are, hashed by eight bytes instead of forty.
struct SHA: Hashable {
    let text: String
    let digest: UInt64

    init(_ text: String) {
        self.text = text
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        self.digest = digest
    }

    static func == (lhs: Self, rhs: Self) -> Bool { lhs.digest == rhs.digest && lhs.text == rhs.text }

    func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}
