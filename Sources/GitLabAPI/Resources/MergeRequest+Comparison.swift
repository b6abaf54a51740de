extension MergeRequest {
    /// The commits between which the changes of a merge request lie.
    ///
    /// <https://docs.gitlab.com/api/merge_requests/#retrieve-a-merge-request>
    public struct Comparison: Decodable, Hashable, Sendable {
        /// Where it branched off from; missing right after creation.
        public let baseSHA: String?
        /// Head of the source branch; missing right after creation.
        public let headSHA: String?
        /// Head of the target branch then; missing right after creation.
        public let startSHA: String?

        private enum CodingKeys: String, CodingKey {
            case baseSHA = "base_sha"
            case headSHA = "head_sha"
            case startSHA = "start_sha"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            baseSHA = fields.lenient(.baseSHA)
            headSHA = fields.lenient(.headSHA)
            startSHA = fields.lenient(.startSHA)
        }
    }

    /// What the answer says of the one who asks.
    struct Asker: Decodable {
        let canMerge: Bool?

        private enum CodingKeys: String, CodingKey {
            case canMerge = "can_merge"
        }

        init(from decoder: any Decoder) throws {
            canMerge = try decoder.container(keyedBy: CodingKeys.self).optionalFlag(.canMerge)
        }
    }
}
