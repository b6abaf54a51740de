import GitLabAPI
import GitLabVocabulary
import MetricsCore

extension Environment {
    func record(_ context: ReadContext) -> EnvironmentRecord {
        let stamp = context.stamp(updatedAt: updatedAt)
        var record = EnvironmentRecord(id: context.key(id), project: context.project)
        record.name = Register(name, stamp: stamp)
        record.tier = Register(tier.flatMap { EnvironmentRecord.Tier(rawValue: $0.rawValue) }, stamp: stamp)
        return record
    }
}

extension EnvironmentNode {
    func record(_ context: ReadContext) -> EnvironmentRecord {
        let stamp = context.stamp(updatedAt: updatedAt, precision: .second)
        var record = EnvironmentRecord(id: context.key(id), project: context.project)
        record.name = Register(name, stamp: stamp)
        record.tier = tier.flatMap { EnvironmentRecord.Tier(rawValue: $0.rawValue) }
            .map { Register($0, stamp: stamp) }
        return record
    }
}
