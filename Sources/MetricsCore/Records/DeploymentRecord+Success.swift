extension DeploymentRecord {
    /// A deployment that reached its environment, in order of finishing.
    public struct Success: Hashable, Comparable, Sendable {
        public let environment: EnvironmentKey
        public let finish: Instant
        public let id: DeploymentKey

        /// By finish, then by id.
        public static func < (lhs: Self, rhs: Self) -> Bool {
            (lhs.finish, lhs.id, lhs.environment) < (rhs.finish, rhs.id, rhs.environment)
        }
    }

    /// `nil` unless it succeeded, and where and when is known.
    public var success: Success? {
        guard status?.value == .success, let environment = origin?.value.environment,
            let finish = finish?.value
        else { return nil }
        return Success(environment: environment, finish: finish, id: id)
    }
}
