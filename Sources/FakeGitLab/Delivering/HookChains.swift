/// Which hooks heard of which event: a receiver that passes `X-Gitlab-Event-UUID` on when it changes something is not
/// told of that by the hook that told it, nor is anybody once a hundred hooks are in the chain.
///
/// <https://docs.gitlab.com/user/project/integrations/webhooks/#recursive-webhooks>
struct HookChains: Sendable {
    private static let longest = 100
    private static let memory = 30 * 60.0
    private static let capacity = 4096

    private var chains: [String: (hooks: Set<Int>, last: Instant)] = [:]

    func admits(_ hook: Int, to event: String) -> Bool {
        guard let hooks = chains[event]?.hooks else { return true }
        return !hooks.contains(hook) && hooks.count < Self.longest
    }

    mutating func append(_ hook: Int, to event: String, at moment: Instant) {
        if chains.count >= Self.capacity { chains = chains.filter { moment - $0.value.last < Self.memory } }
        chains[event, default: ([], moment)].hooks.insert(hook)
        chains[event]?.last = moment
    }
}
