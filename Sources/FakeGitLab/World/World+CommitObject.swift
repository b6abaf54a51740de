package import WireFormat

extension World {
    /// One commit as lists without statistics serve it, on whatever branch it is.
    package func commitObject(_ sha: String, in project: Int) -> JSONValue? {
        commit(sha, in: project)?.object
    }
}
