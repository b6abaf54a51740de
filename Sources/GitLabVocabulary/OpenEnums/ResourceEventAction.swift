/// Whether a label or milestone was put on or taken off. An open set: values this version does not know decode too.
///
/// <https://docs.gitlab.com/api/resource_label_events/>
public struct ResourceEventAction: OpenEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let add = Self(rawValue: "add")
    public static let remove = Self(rawValue: "remove")
}
