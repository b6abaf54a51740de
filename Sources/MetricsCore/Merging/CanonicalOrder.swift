import Foundation

/// Decides between two contents under one stamp: an order that is the same on every machine and in every run,
/// whatever it prefers. Only ties reach it, so its cost (one JSON encoding each) does not matter.
func precedesCanonically<Value: Encodable>(_ lhs: Value, _ rhs: Value) -> Bool {
    canonicalBytes(lhs).lexicographicallyPrecedes(canonicalBytes(rhs))
}

private func canonicalBytes<Value: Encodable>(_ value: Value) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
        positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    // Record contents are plain values: with non-finite numbers spelled out, encoding them cannot fail.
    return (try? encoder.encode([value])) ?? Data()
}
