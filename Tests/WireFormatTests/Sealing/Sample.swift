/// Bytes that a program in another language makes as easily.
enum Sample {
    static func bytes(_ count: Int, _ seed: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: seed * 31 + $0 * 7) }
    }
}
