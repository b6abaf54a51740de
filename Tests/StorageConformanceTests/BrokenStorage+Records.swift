import MetricsCore
import MetricsStorage

extension BrokenStorage {
    @discardableResult
    func merge(_ records: RecordSet) async -> RecordChanges {
        let before = stored
        var changes = RecordChanges()
        switch defect {
        case .dropsRecord:
            changes = stored.merge(RecordSet(projects: records.projects.mapValues { $0.dropping(.commit) }))
        case .ignoresTombstones:
            changes = stored.merge(
                RecordSet(projects: records.projects.mapValues { $0.dropping(.tombstone) }))
        case .lastWriterWins:
            for (key, incoming) in records.projects {
                let references = incoming.references
                let kept = stored[key].filter { reference, _ in !references.contains(reference) }
                var projects = stored.projects
                projects[key] = kept
                stored = RecordSet(projects: projects)
            }
            stored.merge(records)
            changes = RecordChanges(before: before, after: records)
        case .truncatesBatches:
            let isTooLarge = records.count > 10_000
            changes = isTooLarge ? changes : stored.merge(records)
        case .mergesProjectByProject:
            for (key, incoming) in records.projects {
                stored.merge(RecordSet(projects: [key: incoming]))
                await Task.yield()
            }
        case .mergesInTwoSteps:
            let read = stored
            await Task.yield()
            var merged = read
            changes = merged.merge(records)
            stored = merged
        case .forgetsStamps:
            changes = stored.merge(RecordSet(projects: records.projects.mapValues(\.settled)))
        case .mixesInstances:
            var mixed: [ProjectKey: ProjectRecords] = [:]
            for key in records.projects.keys.sorted() { mixed[ProjectKey("alpha", key.id)] = records[key] }
            changes = stored.merge(RecordSet(projects: mixed))
        default:
            changes = stored.merge(records)
        }
        return switch defect {
        case .reportsNothing: RecordChanges()
        case .reportsEverything: RecordChanges(before: RecordSet(), after: records)
        case .reportsNoBefore: RecordChanges(before: RecordSet(), after: changes.after)
        default: changes
        }
    }

    func records(matching query: RecordQuery) -> RecordSet {
        var query = query
        switch defect {
        case .ignoresKinds: query.kinds = nil
        case .ignoresProjects: query.projects = nil
        case .ignoresReferences: query.references = nil
        case .ignoresActivity: query.activity = nil
        case .periodIncludesEnd:
            query.activity = query.activity.map { $0.lowerBound..<$0.upperBound.advanced(bySeconds: 1) }
        case .activityLast:
            let activity = query.activity
            query.activity = nil
            let matching = stored.matching(query)
            guard let activity else { return matching }
            return RecordSet(projects: matching.projects.mapValues { $0.active(in: activity) })
        case .emptyMeansAll:
            if query.projects?.isEmpty == true { query.projects = nil }
            if query.kinds?.isEmpty == true { query.kinds = nil }
            if query.references?.isEmpty == true { query.references = nil }
        default: break
        }
        return stored.matching(query)
    }

    @discardableResult
    func remove(matching query: RecordQuery, at now: Instant) -> RecordChanges {
        let matching = stored.matching(defect == .removesAll ? .all : query)
        switch defect {
        case .removesWithoutTombstones, .removesChildrenNot:
            let references = matching.projects.mapValues(\.references)
            stored = RecordSet(
                projects: Dictionary(
                    uniqueKeysWithValues: stored.projects.map { key, records in
                        (key, records.filter { reference, _ in references[key]?.contains(reference) != true })
                    }))
            guard defect == .removesChildrenNot else {
                return RecordChanges(before: matching, after: RecordSet())
            }
            // Children stay: merged into another set, their parents' tombstones find nothing to bury.
            let tombstones = matching.tombstones(at: now)
            let children = stored
            stored = tombstones
            for (key, records) in children.projects where tombstones.projects[key] == nil {
                stored.merge(RecordSet(projects: [key: records]))
            }
            return RecordChanges(before: matching, after: tombstones)
        case .removesState:
            entries = [:]
            fallthrough
        default:
            return stored.merge(matching.tombstones(at: now))
        }
    }
}

extension ProjectRecords {
    func dropping(_ kind: RecordKind) -> ProjectRecords { only(Set(RecordKind.allCases).subtracting([kind])) }

    var references: Set<RecordReference> {
        var references: Set<RecordReference> = []
        _ = filter { reference, _ in
            references.insert(reference)
            return false
        }
        return references
    }
}
