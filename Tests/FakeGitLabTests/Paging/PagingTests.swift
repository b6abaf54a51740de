import FakeGitLab
import Foundation
import Testing
import WireFormat

@Suite("Paging")
struct PagingTests {
    static let lists = [
        "projects/1/merge_requests", "projects/1/merge_requests?order_by=updated_at&sort=asc",
        "projects/1/pipelines", "projects/1/deployments?order_by=updated_at", "projects/1/repository/commits",
        "projects/1/issues?state=closed", "projects/1/issues?pagination=keyset", "projects/1/events",
        "projects?pagination=keyset&order_by=id&sort=asc", "projects?pagination=keyset&order_by=id",
        "groups/acme/merge_requests?state=merged", "users", "users?pagination=keyset",
    ]

    @Test("pages put together are the whole list", arguments: lists)
    func concatenation(_ path: String) throws {
        let inquirer = try Inquirer.small(projects: 3)
        let join = path.contains("?") ? "&" : "?"
        let whole = try inquirer.all("\(path)\(join)per_page=100")
        #expect(whole.count > 1)
        for size in [1, 2, 7, 20, 99] where whole.count / size < 50 {
            #expect(try inquirer.all("\(path)\(join)per_page=\(size)") == whole)
        }
    }

    @Test("headers count what the page shows")
    func headers() throws {
        let inquirer = try Inquirer.small()
        let total = try inquirer.all("projects/1/merge_requests").count
        let reply = inquirer.send("GET", "projects/1/merge_requests?per_page=4&page=2&state=all")
        #expect(reply.header("x-page") == "2")
        #expect(reply.header("x-per-page") == "4")
        #expect(reply.header("x-prev-page") == "1")
        #expect(reply.header("x-next-page") == "3")
        #expect(reply.header("x-total") == String(total))
        #expect(reply.header("x-total-pages") == String((total + 3) / 4))
        let link = try #require(reply.header("link"))
        for relation in ["prev", "next", "first", "last"] { #expect(link.contains("rel=\"\(relation)\"")) }
        #expect(link.contains("<https://gitlab.test/api/v4/projects/1/merge_requests?"))
        #expect(link.contains("state=all"))
        #expect(reply.header("content-type") == "application/json")
        #expect(reply.header("date") == "Fri, 09 Jan 2026 23:06:40 GMT")
        #expect(reply.header("x-request-id") != nil)
    }

    @Test("the last page has no next, and a page beyond it is empty")
    func end() throws {
        let inquirer = try Inquirer.small()
        let pages = try #require(inquirer.send("GET", "projects/1/merge_requests").header("x-total-pages"))
        let last = inquirer.send("GET", "projects/1/merge_requests?page=\(pages)")
        #expect(last.header("x-next-page") == "" && last.next == nil)
        let beyond = inquirer.send("GET", "projects/1/merge_requests?page=\(Int.max)")
        #expect(try beyond.json() == [] && beyond.status == 200 && beyond.next == nil)
    }

    @Test("more than 100 a page is clamped, none is refused, nonsense is refused")
    func sizes() throws {
        let inquirer = try Inquirer.small(mergeRequests: 110)
        let reply = inquirer.send("GET", "projects/1/merge_requests?per_page=5000")
        #expect(try reply.json().arrayValue?.count == 100)
        #expect(reply.header("x-per-page") == "100")
        for path in ["per_page=0", "per_page=-1", "page=0", "per_page=many", "page=1.5"] {
            #expect(inquirer.send("GET", "projects/1/merge_requests?\(path)").status == 400, "\(path)")
        }
        #expect(inquirer.send("GET", "projects/1/merge_requests?unknown=1&per_page=1").status == 200)
    }

    @Test("commits and lists above 10,000 rows have no totals")
    func noTotals() throws {
        let inquirer = try Inquirer.small()
        let commits = inquirer.send("GET", "projects/1/repository/commits?per_page=1")
        #expect(commits.header("x-total") == nil && commits.next != nil)
        inquirer.fake.change { world in
            for _ in 0..<10_001 { world.addUser("extra") }
        }
        let users = inquirer.send("GET", "users?per_page=1")
        #expect(users.header("x-total") == nil && users.header("x-total-pages") == nil)
        #expect(users.header("link")?.contains("rel=\"last\"") == false && users.next != nil)
    }

    @Test("keyset answers carry nothing but the next link")
    func keyset() throws {
        let inquirer = try Inquirer.small()
        let reply = inquirer.send("GET", "projects?pagination=keyset&order_by=id&sort=asc&per_page=1")
        #expect(reply.header("x-page") == nil && reply.header("x-total") == nil)
        #expect(reply.next?.contains("id_after=1") == true)
        #expect(inquirer.send("GET", "projects?pagination=keyset&order_by=name").status == 405)
        #expect(inquirer.send("GET", "projects?page=600&per_page=100").status == 405)
    }
}
