extension SurfaceCall {
    /// A call for each row of the page.
    static let all: [SurfaceCall] =
        (instance + people + projects + planning + labels + milestones + mergeRequests + reviews + notes
        + repository + pipelines + hooks + tokens + dora)
        .filter { !unserved.contains($0.factory) }

    /// Factories whose endpoint the fake has yet to serve.
    static let unserved: Set<String> = []
}
