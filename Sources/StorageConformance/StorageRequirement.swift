public import MetricsStorage

/// One law every store obeys.
///
/// An adapter's tests run `StorageRequirement.all`, each on a store of its own:
///
///     @Test(arguments: StorageRequirement.all)
///     func conforms(_ requirement: StorageRequirement) async throws {
///         try await requirement.check { try await MyStorage.empty() }
///     }
public struct StorageRequirement: Sendable, CustomStringConvertible {
    /// Makes an empty store nobody else uses.
    public typealias Factory = @Sendable () async throws -> any RecordStorage & StateStorage

    /// A short name, unique among all.
    public let name: String
    /// What the store must do, in one sentence.
    public let demand: String
    private let law: @Sendable (Factory) async throws -> Void

    init(_ name: String, _ demand: String, law: @escaping @Sendable (Factory) async throws -> Void) {
        self.name = name
        self.demand = demand
        self.law = law
    }

    /// Tries the law on stores of that kind. The same statements are made each time.
    ///
    /// - Throws: `StorageViolation` when the store breaks it, or the error the store threw unasked.
    public func check(_ makeStore: Factory) async throws { try await law(makeStore) }

    public var description: String { "\(name): \(demand)" }

    /// Every law.
    public static let all: [StorageRequirement] =
        merging + changes + querying + removal + concurrency + versions + expiry + listing
}
