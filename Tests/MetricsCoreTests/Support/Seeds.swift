import Foundation

/// The seeds a property is tried with; `TEST_SEEDS` asks for more.
let seeds: [UInt64] = {
    let wanted = ProcessInfo.processInfo.environment["TEST_SEEDS"].flatMap(UInt64.init) ?? 0
    return Array(1...max(25, wanted))
}()
