/// Every job of an instance, by id, by pipeline and by project in order of creation.
struct Jobs: Sendable {
    private var rows: [Int: Job] = [:]
    private var byPipeline: [Int: [Int]] = [:]
    private var byProject: [Int: [Int]] = [:]

    subscript(id: Int) -> Job? {
        get { rows[id] }
        _modify { yield &rows[id] }
    }

    mutating func insert(_ job: Job) {
        guard rows.updateValue(job, forKey: job.id) == nil else { return }
        byProject[job.project, default: []].append(job.id)
        if let pipeline = job.pipeline { byPipeline[pipeline, default: []].append(job.id) }
    }

    func ids(ofPipeline id: Int) -> [Int] { byPipeline[id] ?? [] }

    func ids(inProject id: Int) -> [Int] { byProject[id] ?? [] }

    func rows(ofPipeline id: Int) -> [Job] { ids(ofPipeline: id).compactMap { rows[$0] } }
}
