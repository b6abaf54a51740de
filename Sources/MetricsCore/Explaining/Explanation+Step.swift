extension Explanation {
    /// One dated thing that happened, and whether metrics take it in.
    public struct Step: Hashable, Sendable {
        public let at: Instant
        /// What happened, in English, to be followed by `by` and the actor: `first review: comment`.
        public let what: String
        /// The user name of whoever did it, as it is now; `nil` when unknown, or when nobody did.
        public let actor: String?
        /// The record that tells it.
        public let source: RecordReference
        /// Why it is passed over; `nil` if it is taken in.
        public let leftOut: ExclusionReason?
        /// How a link to a deployment was made, or on what ground a failure is held against one.
        public let mark: EvidenceMark?
        /// How sure that is.
        public let confidence: Confidence?

        init(
            _ at: Instant, _ what: String, by actor: String? = nil, from source: RecordReference,
            leftOut: ExclusionReason? = nil, link: DeploymentLink.Basis? = nil,
            failure: FailureAttribution.Basis? = nil
        ) {
            self.at = at
            self.what = what
            self.actor = actor
            self.source = source
            self.leftOut = leftOut
            mark = link?.mark ?? failure?.mark
            confidence = link?.confidence ?? failure?.confidence
        }
    }
}
