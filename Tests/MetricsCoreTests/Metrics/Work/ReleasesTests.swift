import MetricsCore
import Testing

@Suite struct ReleasesTests {
    @Test("Releases count by when they were released, or made where that is not told")
    func plain() {
        var history = History()
        history.release("v1", at: 0)
        history.release("v2", at: 60)
        history.released("v2", at: 31 * History.day)
        history.release("v3", at: -60)
        history.released("v3", at: 60)
        history.release("v4", at: -1)
        let value = history.value(Releases())
        #expect(value.number == 2)
        #expect(value.evidence.references.map(\.id).sorted() == ["1/v1", "1/v3"])
        #expect(history.value(Releases(), days: 31..<32).number == 1)
    }

    @Test("Those of bots count, those gone do not")
    func gone() {
        var history = History()
        history.release("v1", at: 0)
        history.release("v2", at: 0)
        history.edit(ReleaseKey(history.project, "v1")) { (release: inout ReleaseRecord) in
            release.author = Register(History.bot, stamp: History.editStamp)
        }
        history.remove(ReleaseRecord.self, ReleaseKey(history.project, "v2"))
        #expect(history.value(Releases()).evidence.references.map(\.id) == ["1/v1"])
    }

    @Test("No release is 0 where releases were read, and no number where they were not")
    func nothing() {
        var history = History()
        #expect(history.value(Releases()).absence == .notCollected)
        history.cover(.release)
        #expect(history.value(Releases()).number == 0)
    }
}

extension History {
    /// When the release was, or is to be, released.
    fileprivate mutating func released(_ tag: String, at seconds: Int) {
        let instant = at(seconds)
        edit(ReleaseKey(project, tag)) { (release: inout ReleaseRecord) in
            guard var summary = release.summary?.value else { return }
            summary.releasedAt = instant
            release.summary = Register(summary, stamp: Self.editStamp)
        }
    }
}
