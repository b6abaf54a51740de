/// Who can use a feature of a project. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/projects/>
public struct FeatureAccess: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let disabled = Self(rawValue: "disabled")
    /// Members of the project only.
    public static let `private` = Self(rawValue: "private")
    /// Everyone who can see the project.
    public static let enabled = Self(rawValue: "enabled")
    /// Everyone; where a project can hide and its pages not.
    public static let `public` = Self(rawValue: "public")
}
