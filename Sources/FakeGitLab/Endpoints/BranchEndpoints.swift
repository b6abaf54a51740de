import WireFormat

/// A repository's branches.
///
/// <https://docs.gitlab.com/api/branches/>
enum BranchEndpoints {
    static let routes: [Route] = [
        Route("projects/:id/repository/branches") { (world, call) throws(Rejection) in
            let project = try world.project(of: call, atLeast: .reporter)
            let sort = try call.word(
                "sort", among: ["name_asc", "updated_asc", "updated_desc"], default: "name_asc")
            guard let repository = world.repositories[project.id] else { throw .notFound("Repository") }
            let search = NameSearch(call)
            let names = repository.heads.keys.filter { search.admits($0) }.sorted()
            let isUpdated = sort != "name_asc"
            let sorted =
                !isUpdated
                ? names
                : names.sorted { left, right in
                    let (left, right) = sort == "updated_asc" ? (left, right) : (right, left)
                    return (repository.tipDate(of: left), left) < (repository.tipDate(of: right), right)
                }
            let render = { (name: String) -> [UInt8] in
                world.branch(name, in: project, for: call.caller)?.serialized() ?? []
            }
            if call.request["pagination"] == "keyset" {
                return try KeysetPaging.names(sorted, call, render: render)
            }
            return try call.page(sorted, render: render)
        },
        Route("projects/:id/repository/branches/:branch") { (world, call) throws(Rejection) in
            let project = try world.project(of: call, atLeast: .reporter)
            guard let branch = world.branch(call.path("branch"), in: project, for: call.caller) else {
                throw .notFound("Branch")
            }
            return Answer(branch)
        },
    ]
}
