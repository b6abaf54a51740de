public import GitLabVocabulary

/// One way of naming projects. Its text is what is stored: `id:42`, `path:acme/billing`, `group:acme`,
/// `pattern:acme/*-service`.
public enum ProjectRule: Hashable, Sendable, Codable, LosslessStringConvertible {
    case project(ProjectID)
    /// Full path; letters of either case.
    case path(String)
    /// Full path of a group: all projects in it and below, those made later too.
    case group(String)
    /// Full paths in which `*` stands for any text, slashes included; letters of either case.
    case pattern(String)

    public init?(_ description: String) {
        guard let colon = description.firstIndex(of: ":") else { return nil }
        let text = String(description[description.index(after: colon)...])
        guard !text.isEmpty else { return nil }
        switch description[..<colon] {
        case "id":
            guard let id = Int(text) else { return nil }
            self = .project(ProjectID(rawValue: id))
        case "path": self = .path(text)
        case "group": self = .group(text)
        case "pattern": self = .pattern(text)
        default: return nil
        }
    }

    public var description: String {
        switch self {
        case .project(let id): "id:\(id.rawValue)"
        case .path(let path): "path:\(path)"
        case .group(let path): "group:\(path)"
        case .pattern(let pattern): "pattern:\(pattern)"
        }
    }

    /// Whether it names the project. O(path × pattern) at worst.
    public func matches(_ project: ProjectID, path: String) -> Bool {
        let lowered = path.lowercased()
        return switch self {
        case .project(let id): id == project
        case .path(let own): own.lowercased() == lowered
        case .group(let group): lowered.hasPrefix(group.lowercased() + "/")
        case .pattern(let pattern): Self.matches(Array(pattern.lowercased()), Array(lowered))
        }
    }

    private static func matches(_ pattern: [Character], _ text: [Character]) -> Bool {
        var (p, t) = (0, 0)
        var retry: (p: Int, t: Int)?
        while t < text.count {
            if p < pattern.count, pattern[p] == "*" {
                p += 1
                retry = (p, t)
            } else if p < pattern.count, pattern[p] == text[t] {
                (p, t) = (p + 1, t + 1)
            } else if let last = retry {
                retry = (last.p, last.t + 1)
                (p, t) = (last.p, last.t + 1)
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == "*" }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let rule = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a project rule")
        }
        self = rule
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
