/// A GraphQL server over a world, as small as it can be and still answer as GitLab does.
///
/// A text is read into a `Document`, checked against the `Schema` of the world's release, weighed by `Complexity`, and
/// then run by `Execution`, which writes the answer's bytes as it goes.
///
/// <https://docs.gitlab.com/api/graphql/>
enum GraphQL {}
