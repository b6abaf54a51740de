/// Whether a project squashes commits when merging. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/projects/>
public struct SquashOption: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let never = Self(rawValue: "never")
    public static let always = Self(rawValue: "always")
    public static let defaultOn = Self(rawValue: "default_on")
    public static let defaultOff = Self(rawValue: "default_off")
}
