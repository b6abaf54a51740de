import MetricsCore
import Testing

@Suite struct CoverageTests {
    private func coverage(_ write: (inout History) -> Void) -> Coverage {
        var history = History()
        write(&history)
        return history.facts().coverage(of: [.mergeRequest, .note], in: history.period())
    }

    @Test("Everything read from before its start to its end is complete")
    func complete() {
        let coverage = coverage { $0.cover(from: -5, until: 31 * History.day) }
        #expect(coverage.isComplete)
        #expect(coverage.gaps.isEmpty)
    }

    @Test("Read up to an instant within is partial until then")
    func partial() {
        let coverage = coverage {
            $0.cover(.mergeRequest)
            $0.cover(.note, status: .partial, until: 600)
        }
        #expect(coverage.state == .partial)
        #expect(coverage.until == History.start.advanced(bySeconds: 600))
        #expect(coverage.from == nil)
        #expect(coverage.gaps.map(\.kind) == [.note])
    }

    @Test("Read from an instant within is partial from then")
    func late() {
        let coverage = coverage { $0.cover(from: 600) }
        #expect(coverage.state == .partial)
        #expect(coverage.from == History.start.advanced(bySeconds: 600))
        #expect(coverage.until == nil)
    }

    @Test("Read up to the period's start, or never, is not collected")
    func never() {
        #expect(coverage { $0.cover(from: -600, until: 0) }.state == .notCollected)
        #expect(coverage { _ in }.state == .notCollected)
        #expect(Coverage().state == .notCollected)
    }

    @Test(
        "What stands in the way is told apart, and no count is taken for zero",
        arguments: [
            (CoverageRecord.Status.forbidden, Coverage.State.forbidden, Absence.forbidden),
            (.featureOff, .featureOff, .featureOff), (.unreachable, .unreachable, .unreachable),
            (.tooOld, .tooOld, .tooOld),
        ])
    func refused(_ status: CoverageRecord.Status, _ state: Coverage.State, _ absence: Absence) {
        var history = History()
        history.cover(.environment)
        history.cover(.deployment, status: status)
        let value = history.value(DeploymentFrequency())
        #expect(value.coverage.state == state)
        #expect(value.number == nil)
        #expect(value.absence == absence)
    }

    @Test("The worst project is the state, all gaps are listed, and a covered project's zero stands")
    func several() {
        var good = History(project: 1)
        good.cover()
        var bad = History(project: 2)
        bad.cover(status: .forbidden)
        let value = DeploymentFrequency().value(of: [bad.facts(), good.facts()], in: good.period())
        #expect(value.number == 0)
        #expect(value.coverage.state == .forbidden)
        #expect(value.coverage.projects == 2)
        #expect(value.coverage.coveredProjects == 1)
        #expect(value.coverage.gaps.map(\.project.id) == [2, 2])
    }
}
