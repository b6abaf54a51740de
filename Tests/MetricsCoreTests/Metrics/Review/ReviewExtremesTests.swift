import MetricsCore
import Testing

@Suite struct ReviewExtremesTests {
    @Test(
        "Instants at the ends of time are measured or left out; nothing traps",
        arguments: [Int64.min, 0, .max], [Int64.min, 0, .max])
    func extremes(created: Int64, merged: Int64) {
        var history = History()
        history.cover()
        history.mergeRequest(1, created: 0, merged: merged == 0 ? nil : 60)
        history.edit(1) { record in
            guard var summary = record.summary?.value else { return }
            summary.createdAt = Instant(secondsSince1970: created)
            record.summary = Register(summary, stamp: History.laterStamp)
            if merged != 0 {
                record.merge = Register(
                    .init(at: Instant(secondsSince1970: merged), by: History.grace),
                    stamp: History.laterStamp)
            }
        }
        history.note(on: 1, at: 60, by: History.grace)
        history.note(on: 1, at: 90, by: History.ada, .commitsAdded)
        history.listNotes(of: 1)
        for metric in MetricCatalogue.review {
            let value = history.value(metric)
            #expect((value.number == nil) == (value.absence != nil))
            #expect(value.number.map { $0 >= 0 } ?? true)
        }
    }
}
