import Dispatch

#if canImport(Darwin)
import Darwin
private let streamType = SOCK_STREAM
#else
import Glibc
private let streamType = Int32(SOCK_STREAM.rawValue)
#endif

extension Socket {
    /// A socket that listens at that address, and the port it got.
    static func listening(
        host: String, port: Int, backlog: Int, queue: DispatchQueue
    ) throws(LoopbackServerError) -> (socket: Socket, port: Int) {
        var hints = addrinfo()
        hints.ai_socktype = streamType
        hints.ai_flags = AI_PASSIVE
        var found: UnsafeMutablePointer<addrinfo>?
        guard (0...65_535).contains(port), getaddrinfo(host, String(port), &hints, &found) == 0, let found
        else {
            throw LoopbackServerError(.invalidHost, detail: "\(host):\(port)")
        }
        defer { freeaddrinfo(found) }
        let descriptor = socket(found.pointee.ai_family, streamType, 0)
        guard descriptor >= 0 else { throw systemError("socket") }
        let socket = Socket(descriptor: descriptor, queue: queue)
        SystemCalls.enable(SO_REUSEADDR, at: SOL_SOCKET, of: descriptor)
        guard bind(descriptor, found.pointee.ai_addr, found.pointee.ai_addrlen) == 0 else {
            throw systemError("bind \(host):\(port)")
        }
        guard listen(descriptor, Int32(backlog)) == 0 else { throw systemError("listen") }
        return (socket, try boundPort(of: descriptor))
    }

    private static func boundPort(of descriptor: Int32) throws(LoopbackServerError) -> Int {
        var address = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        guard result == 0 else { throw systemError("getsockname") }
        // The port stands at the same place, in network order, for both families.
        return withUnsafeBytes(of: address) { Int($0[2]) << 8 | Int($0[3]) }
    }

    private static func systemError(_ call: String) -> LoopbackServerError {
        let code: LoopbackServerError.Code =
            switch errno {
            case EADDRINUSE: .addressInUse
            case EADDRNOTAVAIL: .invalidHost
            default: .systemCall
            }
        return LoopbackServerError(code, detail: "\(call): \(String(cString: strerror(errno)))")
    }
}
