/// Why a `LoopbackServer` could not start.
public struct LoopbackServerError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What went wrong, as a program asks; an open set.
    public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public var description: String { rawValue }

        /// The host is no address of this machine.
        public static let invalidHost = Self(rawValue: "invalid_host")
        /// Another socket listens at that address and port.
        public static let addressInUse = Self(rawValue: "address_in_use")
        /// `start()` was called before; a server starts once.
        public static let alreadyStarted = Self(rawValue: "already_started")
        /// A system call failed.
        public static let systemCall = Self(rawValue: "system_call")
    }

    public var code: Code
    /// What the system said.
    public var detail: String

    public init(_ code: Code, detail: String) {
        self.code = code
        self.detail = detail
    }

    public var description: String { "\(code): \(detail)" }
}
