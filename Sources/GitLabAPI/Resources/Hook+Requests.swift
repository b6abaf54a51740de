import Foundation
public import GitLabVocabulary
import WireFormat

extension Request where Response == Page<Hook> {
    /// The hooks of a project, a group or the instance.
    ///
    /// <https://docs.gitlab.com/api/project_webhooks/#list-webhooks-for-a-project>
    public static func hooks(of owner: HookOwner, perPage: Int = 100) -> Self {
        Self(path: owner.hooksPath, query: ["per_page": perPage])
    }
}

extension Request where Response == Hook {
    /// One hook.
    ///
    /// <https://docs.gitlab.com/api/project_webhooks/#retrieve-a-project-webhook>
    public static func hook(_ id: HookID, of owner: HookOwner) -> Self {
        Self(path: "\(owner.hooksPath)/\(id)")
    }

    /// Makes a hook; sent twice, it makes two.
    ///
    /// <https://docs.gitlab.com/api/project_webhooks/#add-a-webhook-to-a-project>
    public static func createHook(_ settings: HookSettings, of owner: HookOwner) -> Self {
        Self(method: .post, path: owner.hooksPath, body: settings.body(for: owner))
    }

    /// Changes a hook to the settings; what they leave `nil` stays.
    ///
    /// <https://docs.gitlab.com/api/project_webhooks/#edit-a-project-webhook>
    public static func editHook(_ id: HookID, of owner: HookOwner, to settings: HookSettings) -> Self {
        Self(method: .put, path: "\(owner.hooksPath)/\(id)", body: settings.body(for: owner))
    }
}

extension Request where Response == Void {
    /// Removes a hook; one that is gone answers 404.
    ///
    /// <https://docs.gitlab.com/api/project_webhooks/#delete-project-webhook>
    public static func deleteHook(_ id: HookID, of owner: HookOwner) -> Self {
        Self(method: .delete, path: "\(owner.hooksPath)/\(id)")
    }

    /// Has a hook sent at once, with what was last of that kind; five times a minute at most. GitLab answers 422
    /// when there is nothing of that kind and when the receiver fails.
    ///
    /// - Parameter trigger: does not count for the instance, whose hooks are tested by a made-up new project.
    ///
    /// <https://docs.gitlab.com/api/project_webhooks/#trigger-a-test-project-webhook>
    public static func testHook(_ id: HookID, of owner: HookOwner, trigger: Hook.Trigger = .push) -> Self {
        let path = "\(owner.hooksPath)/\(id)"
        if owner == .instance { return Self(method: .post, path: path) }
        return Self(method: .post, path: "\(path)/test/\(trigger.rawValue.percentEncoded())")
    }

    /// Sets an additional header of a hook.
    ///
    /// <https://docs.gitlab.com/api/project_webhooks/#set-a-custom-header>
    public static func setCustomHeader(
        _ name: String, to value: Secret, ofHook id: HookID, of owner: HookOwner
    ) -> Self {
        put(value, at: "\(owner.hooksPath)/\(id)/custom_headers/\(name.percentEncoded())")
    }

    /// Removes an additional header of a hook.
    ///
    /// <https://docs.gitlab.com/api/project_webhooks/#delete-a-custom-header>
    public static func deleteCustomHeader(_ name: String, ofHook id: HookID, of owner: HookOwner) -> Self {
        Self(method: .delete, path: "\(owner.hooksPath)/\(id)/custom_headers/\(name.percentEncoded())")
    }

    /// Sets the value of a variable in a hook's URL.
    ///
    /// <https://docs.gitlab.com/api/project_webhooks/#set-a-url-variable>
    public static func setURLVariable(
        _ name: String, to value: Secret, ofHook id: HookID, of owner: HookOwner
    ) -> Self {
        put(value, at: "\(owner.hooksPath)/\(id)/url_variables/\(name.percentEncoded())")
    }

    /// Removes a variable of a hook's URL.
    ///
    /// <https://docs.gitlab.com/api/project_webhooks/#delete-a-url-variable>
    public static func deleteURLVariable(_ name: String, ofHook id: HookID, of owner: HookOwner) -> Self {
        Self(method: .delete, path: "\(owner.hooksPath)/\(id)/url_variables/\(name.percentEncoded())")
    }

    private static func put(_ value: Secret, at path: String) -> Self {
        let body: JSONValue = ["value": .string(value.reveal())]
        return Self(method: .put, path: path, body: Data(body.serialized()))
    }
}
