/// One measured number.
struct Figure: Codable, Sendable {
    var name: String
    var value: Double
    var unit: String
    /// How it compares with the reference measured in the same run, above 1 when better.
    var ratio: Double?

    init(_ name: String, _ value: Double, _ unit: String, ratio: Double? = nil) {
        self.name = name
        self.value = value
        self.unit = unit
        self.ratio = ratio
    }
}
