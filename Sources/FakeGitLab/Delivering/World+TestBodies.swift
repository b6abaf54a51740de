import WireFormat

extension World {
    /// The body of a test: what was last of its kind, as if it happened again.
    func testBody(_ trigger: String, of owner: Hook.Owner) -> JSONValue {
        ["object_kind": .string(Hook.trigger(ofSwitch: trigger).replacing("_hooks", with: ""))]
    }
}
