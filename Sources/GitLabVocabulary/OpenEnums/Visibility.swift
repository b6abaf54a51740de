/// Who can see a project or group. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/projects/#project-visibility-level>
public struct Visibility: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let `private` = Self(rawValue: "private")
    public static let `internal` = Self(rawValue: "internal")
    public static let `public` = Self(rawValue: "public")
}
