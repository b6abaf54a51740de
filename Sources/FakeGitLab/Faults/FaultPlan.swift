import LoopbackServer

/// How an instance misbehaves: rules that are asked in order, and a seed for those that strike by chance.
public struct FaultPlan: Sendable {
    public private(set) var rules: [FaultRule] = []
    private var matches: [Int] = []
    private var random: SeededGenerator

    public init(_ rules: [FaultRule] = [], seed: UInt64 = 0) {
        random = SeededGenerator(seed: seed)
        for rule in rules { add(rule) }
    }

    public mutating func add(_ rule: FaultRule) {
        rules.append(rule)
        matches.append(0)
    }

    public mutating func add(
        _ fault: Fault, at path: String? = nil, _ occurrence: FaultRule.Occurrence = .always
    ) {
        add(FaultRule(fault, at: path, occurrence))
    }

    /// The faults that strike this request, counting it.
    mutating func next(for request: ServerRequest) -> [Fault] {
        var result: [Fault] = []
        for index in rules.indices where rules[index].matches(request.target) {
            matches[index] += 1
            let strikes =
                switch rules[index].occurrence {
                case .requests(let numbers): numbers.contains(matches[index])
                case .every(let count): matches[index].isMultiple(of: max(1, count))
                case .probability(let chance): random.unit() < chance
                case .always: true
                }
            if strikes { result.append(rules[index].fault) }
        }
        return result
    }
}
