/// Which rows of a list a request wants.
///
/// <https://docs.gitlab.com/api/rest/#offset-based-pagination>
struct PageWindow: Equatable {
    let page: Int
    /// At most 100, whatever was asked for.
    let perPage: Int

    init(page: Int, perPage: Int) {
        self.page = page
        self.perPage = perPage
    }

    init(_ call: Call) throws(Rejection) {
        let page = try call.integer("page") ?? 1
        let perPage = try call.integer("per_page") ?? 20
        guard page >= 1 else { throw .value(of: "page") }
        guard perPage >= 1 else { throw .value(of: "per_page") }
        self.init(page: page, perPage: min(perPage, 100))
    }

    /// Rows before the page; saturated, so that no page number overflows.
    var offset: Int {
        let (offset, overflows) = (page - 1).multipliedReportingOverflow(by: perPage)
        return overflows ? Int.max : offset
    }

    /// The rows of the page among that many; empty beyond the end.
    func range(of count: Int) -> Range<Int> {
        offset < count ? offset..<min(offset + perPage, count) : count..<count
    }
}
