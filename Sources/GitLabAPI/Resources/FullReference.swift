/// All that is read of `references`, the ways to name a merge request or an issue: `my-group/my-project!7`.
struct FullReference: Decodable {
    let full: String
}
