/// One ref a push moved, made or removed.
struct RefChange: Sendable {
    /// Stands for what is not there, before a ref is made and after it is gone.
    static let nothing = String(repeating: "0", count: 40)

    /// `refs/heads/main`, `refs/tags/v1.0`.
    let ref: String
    let before: String
    let after: String
    /// What an annotated tag says.
    var message: String?

    /// - Parameters: `nil` where there is nothing.
    init(branch: String, from before: String?, to after: String?) {
        ref = "refs/heads/\(branch)"
        self.before = before ?? Self.nothing
        self.after = after ?? Self.nothing
    }

    init(tag: Tag, isGone: Bool = false) {
        ref = "refs/tags/\(tag.name)"
        before = isGone ? tag.target : Self.nothing
        after = isGone ? Self.nothing : tag.target
        message = isGone || tag.message.isEmpty ? nil : tag.message
    }

    var isTag: Bool { ref.hasPrefix("refs/tags/") }
    var isRemoval: Bool { after == Self.nothing }
    /// Without `refs/heads/` or `refs/tags/`.
    var name: String { String(ref.dropFirst(isTag ? 10 : 11)) }
}
