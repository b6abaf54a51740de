public import MetricsStorage

/// One law every inbox obeys, as `StorageRequirement` is one of stores.
///
///     @Test(arguments: InboxRequirement.all)
///     func conforms(_ requirement: InboxRequirement) async throws {
///         try await requirement.check { try await MyStorage.empty() }
///     }
public struct InboxRequirement: Sendable, CustomStringConvertible {
    /// Makes an empty inbox nobody else uses, with room for a thousand entries.
    public typealias Factory = @Sendable () async throws -> any DeliveryInbox

    /// A short name, unique among all.
    public let name: String
    /// What the inbox must do, in one sentence.
    public let demand: String
    private let law: @Sendable (Factory) async throws -> Void

    init(_ name: String, _ demand: String, law: @escaping @Sendable (Factory) async throws -> Void) {
        self.name = name
        self.demand = demand
        self.law = law
    }

    /// Tries the law on inboxes of that kind. The same calls are made each time.
    ///
    /// - Throws: `StorageViolation` when the inbox breaks it, or the error the inbox threw unasked.
    public func check(_ makeInbox: Factory) async throws { try await law(makeInbox) }

    public var description: String { "\(name): \(demand)" }

    /// Every law.
    public static let all: [InboxRequirement] = arrival + order + sharing + claims + deadLetters + courses
}
