/// An instant that may be missing, in the eight bytes of one that may not: the least number stands for none.
@propertyWrapper
struct PackedInstant: Hashable, Sendable {
    private var seconds = Int64.min

    init(wrappedValue: Instant?) { self.wrappedValue = wrappedValue }

    /// The earliest instant of all is kept as the second after it.
    var wrappedValue: Instant? {
        get { seconds == .min ? nil : Instant(secondsSince1970: seconds) }
        set { seconds = newValue.map { max($0.secondsSince1970, .min + 1) } ?? .min }
    }
}
