import MetricsCore
import Testing

@Suite struct ReviewsGivenTests {
    private let hour = 3600

    @Test("Each reviewer counts once for each merge request, by the first note he reviewed it with")
    func once() {
        var history = History()
        history.mergeRequest(1, created: 0, merged: 9 * hour)
        history.mergeRequest(2, created: 0)
        let comment = history.note(on: 1, at: hour, by: History.grace)
        history.note(on: 1, at: 2 * hour, by: History.grace, .approved)
        let approval = history.note(on: 1, at: 3 * hour, by: History.linus, .approved)
        let other = history.note(on: 2, at: 4 * hour, by: History.grace, .requestedChanges)
        let value = history.value(ReviewsGiven())
        #expect(value.number == 3)
        #expect(value.evidence.references.numbers == [comment, approval, other])
    }

    @Test("A first review before the period counts there, whatever follows")
    func period() {
        var history = History()
        history.mergeRequest(1, created: -9 * hour)
        history.note(on: 1, at: -hour, by: History.grace)
        history.note(on: 1, at: hour, by: History.grace)
        let late = history.note(on: 1, at: 2 * hour, by: History.linus)
        #expect(history.value(ReviewsGiven()).evidence.references.numbers == [late])
        #expect(history.value(ReviewsGiven(), days: -1..<0).number == 1)
    }

    @Test(
        "What is no review by another human does not count",
        arguments: [
            (History.ada, nil, 60), (History.bot, nil, 60), (nil, nil, 60), (History.grace, nil, 7201),
            (History.grace, NoteActivity.commitsAdded, 60), (History.grace, .unapproved, 60),
        ] as [(Account?, NoteActivity?, Int)])
    func none(_ author: Account?, _ activity: NoteActivity?, _ seconds: Int) {
        var history = History()
        history.cover()
        history.mergeRequest(1, created: 0, merged: 2 * hour)
        history.note(on: 1, at: seconds, by: author, activity)
        #expect(history.value(ReviewsGiven()).number == 0)
    }

    @Test("Reviews of a bot's merge request are left out, each by its own note")
    func bots() {
        var history = History()
        history.cover()
        history.mergeRequest(1, created: 0, author: History.bot)
        let notes = [
            history.note(on: 1, at: 60, by: History.grace), history.note(on: 1, at: 90, by: History.linus),
        ]
        let value = history.value(ReviewsGiven())
        #expect(value.number == 0)
        #expect(value.evidence.excluded(.bot).numbers == notes)
        #expect(value.evidence.excluded(.bot).map(\.kind) == [.note, .note])
        let including = ReviewsGiven().redefined { $0.inclusion.bots = .included }
        #expect(history.value(including).evidence.references.numbers == notes)
    }

    @Test("A review that only a webhook told counts under its event until its note is read")
    func provisional() {
        var history = History()
        history.mergeRequest(1, created: 0)
        history.event(on: 1, at: hour, by: History.grace, .approved)
        #expect(history.value(ReviewsGiven()).evidence.references.map(\.kind) == [.provisionalEvent])
        history.note(on: 1, at: hour, by: History.grace, .approved)
        #expect(history.value(ReviewsGiven()).evidence.references.map(\.kind) == [.note])
    }

    @Test("Nothing reviewed is 0 where it was read, and nothing with its reason where it was not")
    func zero() {
        var history = History()
        #expect(history.value(ReviewsGiven()).absence == .notCollected)
        history.cover()
        #expect(history.value(ReviewsGiven()).number == 0)
    }

    @Test("Given and received agree with a count of pairs of merge request and reviewer", arguments: 1...20)
    func oracle(seed: Int) {
        var random = PseudoRandom(seed: UInt64(seed))
        let history = History.random(project: 1, using: &random)
        let period = history.period()
        let records = history.records[history.project]
        var firsts: [String: Instant] = [:]
        for note in records.notes where note.subject.kind == .mergeRequest {
            let key = MergeRequestKey(history.project.instance, Int64(note.subject.id) ?? 0)
            guard let request = records.mergeRequests[key], let reviewer = note.facts.value.author,
                request.author?.value != History.bot, reviewer != History.bot,
                reviewer != request.author?.value,
                [nil, .approved, .requestedChanges].contains(note.facts.value.activity),
                request.summary.map({ $0.value.createdAt >= period.start }) ?? false,
                note.createdAt <= request.merge?.value.at ?? .distantFuture
            else { continue }
            let pair = "\(key) \(reviewer.id)"
            firsts[pair] = min(firsts[pair] ?? .distantFuture, note.createdAt)
        }
        let count = Double(firsts.values.filter(period.contains).count)
        #expect(history.value(ReviewsGiven()).number == count)
        #expect(history.value(ReviewsReceived()).number == count)
    }
}
