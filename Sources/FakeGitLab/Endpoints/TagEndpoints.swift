import WireFormat

/// A repository's tags.
///
/// <https://docs.gitlab.com/api/tags/>
enum TagEndpoints {
    static let routes: [Route] = [
        Route("projects/:id/repository/tags") { (world, call) throws(Rejection) in
            let project = try world.project(of: call, atLeast: .reporter)
            let order = try call.word("order_by", among: ["updated", "name", "version"], default: "updated")
            let isAscending = try call.isAscending(default: "desc")
            guard let repository = world.repositories[project.id] else { throw .notFound("Repository") }
            let search = NameSearch(call)
            let tags = repository.tags.values.filter { search.admits($0.name) }.sorted { $0.name < $1.name }
            let sorted = tags.sorted { left, right in
                let (left, right) = isAscending ? (left, right) : (right, left)
                switch order {
                case "name": return left.name < right.name
                case "version": return left.version.lexicographicallyPrecedes(right.version)
                default:
                    return (repository.date(of: left), left.name) < (repository.date(of: right), right.name)
                }
            }
            return try call.page(sorted) { world.object($0, in: project).serialized() }
        },
        Route("projects/:id/repository/tags/:tag_name") { (world, call) throws(Rejection) in
            let project = try world.project(of: call, atLeast: .reporter)
            guard let tag = world.repositories[project.id]?.tags[call.path("tag_name")] else {
                throw .notFound("Tag")
            }
            return Answer(world.object(tag, in: project))
        },
    ]
}
