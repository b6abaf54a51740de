import Foundation
import GitLabConnection
import Testing

@Suite struct ConnectionStateTests {
    @Test("Stored states keep their names")
    func names() {
        let names = ["connected", "degraded", "unreachable", "excluded", "paused"]
        #expect(ConnectionState.allCases.map(\.rawValue) == names)
    }
}
