import Dispatch

@testable import LoopbackServer

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A client that sends exactly the bytes it is told to and returns exactly those it gets.
struct RawClient {
    let socket: Socket

    init(port: Int) throws {
        #if canImport(Darwin)
        let descriptor = Darwin.socket(AF_INET, SOCK_STREAM, 0)
        #else
        let descriptor = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, length) }
        }
        guard result == 0 else { throw SocketFailure.systemCall(errno) }
        socket = Socket(descriptor: descriptor, queue: DispatchQueue(label: "RawClient"))
    }

    func send(_ text: String) async throws { try await socket.send(Array(text.utf8)) }

    /// The next bytes, as far as they have arrived; empty at the end of the stream.
    func receive() async throws -> String {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = try await socket.receive(into: &buffer)
        return String(decoding: buffer[..<count], as: UTF8.self)
    }

    /// Everything until that text has come, or the server closes.
    func receive(until end: String) async throws -> String {
        var text = ""
        while !text.hasSuffix(end) {
            let more = try await receive()
            if more.isEmpty { break }
            text += more
        }
        return text
    }

    /// Everything until the server closes.
    func receiveAll() async throws -> String {
        var text = ""
        while true {
            let more = try await receive()
            if more.isEmpty { return text }
            text += more
        }
    }

    /// Sends these bytes on a connection of its own, and returns all that is answered until the server closes.
    static func exchange(_ text: String, port: Int) async throws -> String {
        let client = try RawClient(port: port)
        try await client.send(text)
        return try await client.receiveAll()
    }
}
