/// Names for how much a merge request changes, by lines added and removed together.
public struct SizeClasses: Hashable, Codable, Sendable {
    /// The least number of lines of S, M, L and XL; what is below is XS. Ascending.
    public var bounds: [Int]

    public init(bounds: [Int]) { self.bounds = Array(bounds.sorted().prefix(Self.names.count - 1)) }

    /// XS below 10 lines, S from 10, M from 50, L from 250, XL from 1,000.
    public static let standard = SizeClasses(bounds: [10, 50, 250, 1000])

    /// From smallest to largest.
    public static let names = ["XS", "S", "M", "L", "XL"]

    /// The class of a change of that many lines.
    public func name(ofLines lines: Int) -> String {
        Self.names[bounds.firstIndex { lines < $0 } ?? bounds.count]
    }
}
