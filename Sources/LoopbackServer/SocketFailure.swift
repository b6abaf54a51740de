/// Why a socket can be used no longer.
enum SocketFailure: Error, Equatable {
    /// The server stops, or the peer kept us waiting too long.
    case interrupted
    /// A system call failed with this `errno`.
    case systemCall(Int32)
}
