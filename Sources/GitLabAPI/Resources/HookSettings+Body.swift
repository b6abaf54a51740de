import Foundation
import GitLabVocabulary
import WireFormat

extension HookSettings {
    /// The body that says all of it to an owner's hook: its switches in the order of their names.
    func body(for owner: HookOwner) -> Data {
        var object: JSONValue = ["url": .string(url), "enable_ssl_verification": .bool(verifiesTLS)]
        for trigger in owner.triggers.union(triggers).sorted(by: { $0.rawValue < $1.rawValue }) {
            object[trigger.rawValue] = .bool(triggers.contains(trigger))
        }
        let texts = [
            ("name", name), ("description", description), ("token", token?.reveal()),
            ("signing_token", signingToken?.reveal()), ("custom_webhook_template", customTemplate),
            ("push_events_branch_filter", branchFilter?.pattern),
            ("branch_filter_strategy", branchFilter?.strategy.rawValue),
        ]
        for case (let key, let text?) in texts { object[key] = .string(text) }
        if let customHeaders { object["custom_headers"] = Self.pairs(customHeaders) }
        if let urlVariables { object["url_variables"] = Self.pairs(urlVariables) }
        return Data(object.serialized())
    }

    private static func pairs(_ secrets: [String: Secret]) -> JSONValue {
        .array(
            secrets.sorted { $0.key < $1.key }.map { name, value -> JSONValue in
                ["key": .string(name), "value": .string(value.reveal())]
            })
    }
}
