extension World {
    /// Adds a project's hook and returns the id.
    ///
    /// - Parameters:
    ///   - url: where it is sent; `{name}` stands for a variable.
    ///   - switches: what it hears of; pushes by default, as in GitLab.
    ///   - token: sent as `X-Gitlab-Token`.
    ///   - signingToken: signs deliveries from GitLab 19.0 on: `whsec_` and 32 bytes in Base64.
    @discardableResult
    public mutating func addHook(
        _ url: String, toProject id: Int, switches: HookSwitches = .pushes, token: String? = nil,
        signingToken: String? = nil
    ) -> Int { addHook(url, to: .project(id), switches, token, signingToken) }

    /// Adds a group's hook, which hears of all projects below it, and returns the id. Needs Premium to hear anything.
    ///
    /// - Parameters: as of a project's hook.
    @discardableResult
    public mutating func addHook(
        _ url: String, toGroup id: Int, switches: HookSwitches = .pushes, token: String? = nil,
        signingToken: String? = nil
    ) -> Int { addHook(url, to: .group(id), switches, token, signingToken) }

    /// Adds a hook of the instance and returns the id. It hears of projects, groups and users whatever its switches.
    ///
    /// - Parameters: as of a project's hook.
    @discardableResult
    public mutating func addSystemHook(
        _ url: String, switches: HookSwitches = .pushes, token: String? = nil, signingToken: String? = nil
    ) -> Int { addHook(url, to: .instance, switches, token, signingToken) }

    private mutating func addHook(
        _ url: String, to owner: Hook.Owner, _ switches: HookSwitches, _ token: String?,
        _ signingToken: String?
    ) -> Int {
        let id = sequences.next(.hook)
        var hook = Hook(id: id, owner: owner, url: url, now: clock)
        for name in Hook.switches(of: owner) { hook.switches[name] = switches.contains(name) }
        hook.token = token
        hook.signingToken = signingToken
        hooks[id] = hook
        return id
    }

    /// Sets which branches' pushes a hook hears of.
    ///
    /// - Parameter strategy: `wildcard`, `regex` or `all_branches`.
    public mutating func setHookBranchFilter(_ filter: String, strategy: String = "wildcard", ofHook id: Int)
        throws(WorldError)
    {
        guard hooks[id] != nil else { throw .missing("hook", id) }
        hooks[id]?.branchFilter = filter
        hooks[id]?.branchFilterStrategy = strategy
    }

    /// Sets what a hook sends in the place of GitLab's body; empty for GitLab's own.
    public mutating func setHookTemplate(_ template: String, ofHook id: Int) throws(WorldError) {
        guard hooks[id] != nil else { throw .missing("hook", id) }
        hooks[id]?.template = template
    }

    /// Sets a header a hook sends along.
    public mutating func setHookHeader(_ name: String, to value: String, ofHook id: Int) throws(WorldError) {
        guard hooks[id] != nil else { throw .missing("hook", id) }
        hooks[id]?.headers[name] = value
    }

    /// Sets what stands for `{name}` in a hook's URL.
    public mutating func setHookVariable(_ name: String, to value: String, ofHook id: Int) throws(WorldError)
    {
        guard hooks[id] != nil else { throw .missing("hook", id) }
        hooks[id]?.variables[name] = value
    }

    /// What a hook sends with, which GitLab never tells: its tokens, headers and URL variables.
    public func hookSecrets(_ id: Int) -> (
        token: String?, signingToken: String?, headers: [String: String], variables: [String: String]
    )? {
        hooks[id].map { ($0.token, $0.signingToken, $0.headers, $0.variables) }
    }
}
