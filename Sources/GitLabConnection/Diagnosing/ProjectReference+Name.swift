import GitLabAPI

extension ProjectReference {
    /// What a report calls it: of a pasted address, which may hold a secret, only the path, and not without end.
    func name(on instance: InstanceURL?) -> String {
        guard case .path(let text) = self else { return description }
        return String(ProjectPath(text, on: instance).cleaned.prefix(500))
    }
}
