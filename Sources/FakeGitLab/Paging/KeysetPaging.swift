import Foundation

/// Paging by the last row seen instead of by page numbers; there are no totals and no way back.
///
/// <https://docs.gitlab.com/api/rest/#keyset-based-pagination>
enum KeysetPaging {
    static let unsupportedOrder = Rejection.error(
        405, "Keyset pagination is not yet available for this type of request")

    private static let offsetLimit = 50_000

    /// Where keyset paging exists, page numbers reach only so far.
    static func checkOffset(of call: Call, kind: String) throws(Rejection) {
        guard try PageWindow(call).offset > offsetLimit else { return }
        throw .error(
            405,
            """
            Offset pagination has a maximum allowed offset of \(offsetLimit) for requests that return objects of \
            type \(kind). Remaining records can be retrieved using keyset pagination.
            """)
    }

    /// Pages ascending ids through `id_after` and `id_before`, which the list's filter has applied already.
    static func projects(_ ids: [Int], _ call: Call, isAscending: Bool, render: (Int) -> [UInt8])
        throws(Rejection)
        -> Answer
    {
        let window = try PageWindow(call)
        let ordered = isAscending ? ids : ids.reversed()
        let page = ordered.prefix(window.perPage)
        var answer = Answer(list: page.map(render))
        guard ordered.count > page.count, let last = page.last else { return answer }
        var links = PageLinks(call)
        links.add("next", [(isAscending ? "id_after" : "id_before", String(last))])
        answer.headers = [("Link", links.header)]
        return answer
    }

    /// Pages ordered ids through an opaque `cursor`, which names the last id seen; a row that is gone ends the list.
    static func cursor(_ ids: [Int], _ call: Call, render: (Int) -> [UInt8]) throws(Rejection) -> Answer {
        let window = try PageWindow(call)
        var rest = ids[...]
        if let cursor = call.request["cursor"] {
            guard let data = Data(base64Encoded: cursor),
                let last = Int(String(decoding: data, as: UTF8.self))
            else {
                throw .error(400, "cursor is invalid")
            }
            rest = ids.firstIndex(of: last).map { ids[($0 + 1)...] } ?? []
        }
        let page = rest.prefix(window.perPage)
        var answer = Answer(list: page.map(render))
        guard rest.count > page.count, let last = page.last else { return answer }
        let next = Data(String(last).utf8).base64EncodedString()
        var links = PageLinks(call)
        links.add("next", [("cursor", next)])
        answer.headers = [("Link", links.header), ("X-Next-Cursor", next)]
        return answer
    }

    /// Pages names through `page_token`, the last name seen; a name that is gone ends the list.
    static func names(_ names: [String], _ call: Call, render: (String) -> [UInt8]) throws(Rejection)
        -> Answer
    {
        let window = try PageWindow(call)
        var rest = names[...]
        if let token = call.request["page_token"] {
            rest = names.firstIndex(of: token).map { names[($0 + 1)...] } ?? []
        }
        let page = rest.prefix(window.perPage)
        var answer = Answer(list: page.map(render))
        guard rest.count > page.count, let last = page.last else { return answer }
        var links = PageLinks(call)
        links.add("next", [("page_token", last)])
        answer.headers = [("Link", links.header)]
        return answer
    }
}
