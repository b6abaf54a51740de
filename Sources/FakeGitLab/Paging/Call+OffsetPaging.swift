extension Call {
    /// Above this many rows GitLab leaves totals out.
    private static let countLimit = 10_000

    /// Cuts the requested page out of the ordered rows and adds GitLab's headers.
    ///
    /// - Parameters:
    ///   - rows: all that match, in order.
    ///   - counts: whether totals are sent at all; lists of commits have none.
    ///   - shows: whether a row of the page may be seen; a page then holds fewer, as GitLab's do.
    ///   - render: the bytes of one row; called for the rows of the page only.
    func page<Row>(
        _ rows: [Row], counts: Bool = true, shows: (Row) -> Bool = { _ in true }, render: (Row) -> [UInt8]
    ) throws(Rejection) -> Answer {
        let window = try PageWindow(self)
        let range = window.range(of: rows.count)
        var answer = Answer(list: rows[range].filter(shows).map(render))
        let hasNext = range.upperBound < rows.count
        let pages = max(1, (rows.count + window.perPage - 1) / window.perPage)
        let showsTotal = counts && rows.count <= Self.countLimit
        let perPage = (name: "per_page", value: String(window.perPage))
        var links = PageLinks(self)
        if window.page > 1 { links.add("prev", [("page", String(window.page - 1)), perPage]) }
        if hasNext { links.add("next", [("page", String(window.page + 1)), perPage]) }
        links.add("first", [("page", "1"), perPage])
        if showsTotal { links.add("last", [("page", String(pages)), perPage]) }
        answer.headers = [
            ("Link", links.header),
            ("X-Next-Page", hasNext ? String(window.page + 1) : ""),
            ("X-Page", String(window.page)),
            ("X-Per-Page", perPage.value),
            ("X-Prev-Page", window.page > 1 ? String(window.page - 1) : ""),
        ]
        if showsTotal {
            answer.headers += [("X-Total", String(rows.count)), ("X-Total-Pages", String(pages))]
        }
        return answer
    }
}
