import FakeGitLab
import Testing

/// What a row asks for, and what is just too little.
extension SurfacePage.Row {
    /// *any* is proven with a scope that reads nothing else.
    var sufficientScope: String { scope == "any" ? "read_repository" : scope }

    /// `nil` where any will do.
    var insufficientScope: String? {
        switch scope {
        case "any": nil
        case "read_user": "read_repository"
        case "read_api": "read_user"
        default: "read_api"
        }
    }

    var leastRole: SurfaceRole { get throws { try #require(SurfaceRole(rawValue: role)) } }

    var leastTier: Tier {
        get throws {
            let tiers: [String: Tier] = ["Free": .free, "Premium": .premium, "Ultimate": .ultimate]
            return try #require(tiers[tier])
        }
    }

    /// The first release that has the endpoint.
    var release: GitLabVersion { GitLabVersion("\(since.isEmpty ? "15.0" : since).0-ee") }

    /// The last one that has not; `nil` for what was always there.
    var releaseBefore: GitLabVersion? {
        let numbers = since.split(separator: ".").compactMap { Int($0) }
        guard numbers.count == 2 else { return nil }
        return numbers[1] > 0
            ? GitLabVersion("\(numbers[0]).\(numbers[1] - 1).0-ee")
            : GitLabVersion("\(numbers[0] - 1).11.0-ee")
    }

    /// What a use of the factory looks like in a source, as a regular expression: its name and first label.
    var use: String {
        let name = factory.prefix { $0 != "(" }
        let labels = factory.dropFirst(name.count).dropFirst().split { ":)".contains($0) }
        guard name != factory else { return "\\.\(name)\\b" }
        return switch labels.first {
        case "_"?: "\\.\(name)\\("
        case let label?: "\\.\(name)\\(\\s*\(label):"
        case nil: "\\.\(name)\\((?!\\s*(in|of|by)\\w*:)"
        }
    }
}
