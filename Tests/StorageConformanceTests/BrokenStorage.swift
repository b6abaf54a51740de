import Foundation
import MetricsCore
import MetricsStorage

/// A store with one defect and otherwise sound, for trying the requirements on.
actor BrokenStorage: RecordStorage, StateStorage {
    struct Entry {
        var value: StoredValue
        var expiry: Instant?
    }

    let defect: Defect
    var stored = RecordSet()
    var entries: [StateKey: Entry] = [:]
    var lastVersion: Int64 = 0

    init(_ defect: Defect) {
        self.defect = defect
        if defect == .startsFilled { stored.insert(ProjectRecord(id: ProjectKey("left over", 1))) }
    }

    func projects() -> Set<ProjectKey> { defect == .namesNoProjects ? [] : Set(stored.projects.keys) }
}
