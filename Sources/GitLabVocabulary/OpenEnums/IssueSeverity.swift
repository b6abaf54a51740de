/// The severity of an incident, in upper case as REST spells it. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/issues/>
public struct IssueSeverity: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let unknown = Self(rawValue: "UNKNOWN")
    public static let low = Self(rawValue: "LOW")
    public static let medium = Self(rawValue: "MEDIUM")
    public static let high = Self(rawValue: "HIGH")
    public static let critical = Self(rawValue: "CRITICAL")
}
