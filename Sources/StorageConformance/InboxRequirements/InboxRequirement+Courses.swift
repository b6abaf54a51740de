import MetricsCore
import MetricsStorage

extension InboxRequirement {
    static let courses = [
        InboxRequirement("any course", "whatever is done in whatever order, no law is broken") { makeInbox in
            for seed in 1...5 as ClosedRange<UInt64> {
                var course = InboxCourse(seed: seed, inbox: try await makeInbox())
                for _ in 0..<300 { try await course.takeStep() }
                try await course.finish()
            }
        }
    ]
}
