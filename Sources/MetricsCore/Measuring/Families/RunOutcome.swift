/// What counts of the end of a pipeline or a job.
enum RunOutcome: Hashable {
    case success, failure
    case leftOut(ExclusionReason)
}
