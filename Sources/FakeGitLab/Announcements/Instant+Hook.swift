extension Instant {
    /// As most bodies of hooks print it: `2026-01-16 05:56:22 UTC`.
    var hookText: String { "\(spacedText) UTC" }

    /// As a deployment's change of status is printed: `2026-01-16 05:56:22 +0000`.
    var zonedText: String { "\(spacedText) +0000" }

    private var spacedText: String {
        textInSeconds.replacing("T", with: " ").replacing("Z", with: "")
    }
}
