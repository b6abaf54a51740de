#if canImport(Darwin)
import Darwin
private let sendFlags: Int32 = 0
#else
import Glibc
private let sendFlags = Int32(MSG_NOSIGNAL)
#endif

/// The system calls on sockets that differ between platforms or whose names `Socket` uses itself.
enum SystemCalls {
    /// Makes a descriptor non-blocking, private to this process and deaf to SIGPIPE, and sends without delay.
    static func prepare(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        enable(Int32(TCP_NODELAY), at: Int32(IPPROTO_TCP), of: descriptor)
        #if canImport(Darwin)
        enable(SO_NOSIGPIPE, at: SOL_SOCKET, of: descriptor)
        #endif
    }

    static func acceptConnection(_ descriptor: Int32) -> Int32 { accept(descriptor, nil, nil) }

    static func sendBytes(_ descriptor: Int32, _ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
        let bytes = UnsafeRawBufferPointer(rebasing: bytes)
        return send(descriptor, bytes.baseAddress, bytes.count, sendFlags)
    }

    static func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }
    static func enable(_ option: Int32, at level: Int32, of descriptor: Int32) {
        var on: Int32 = 1
        setsockopt(descriptor, level, option, &on, socklen_t(MemoryLayout<Int32>.size))
    }
}
