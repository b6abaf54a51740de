import Foundation
import GitLabAPI
import Testing

@Suite("InstanceURL")
struct InstanceURLTests {
    static let spellings: [(typed: String, url: String)] = [
        ("https://gitlab.com", "https://gitlab.com"),
        ("https://gitlab.com/", "https://gitlab.com"),
        ("https://gitlab.com///", "https://gitlab.com"),
        ("  https://gitlab.com  ", "https://gitlab.com"),
        ("\thttps://gitlab.com\r\n", "https://gitlab.com"),
        ("\u{00A0}https://gitlab.com\u{00A0}", "https://gitlab.com"),
        ("HTTPS://GitLab.COM", "https://gitlab.com"),
        ("https://gitlab.com:443", "https://gitlab.com"),
        ("https://gitlab.com:443/", "https://gitlab.com"),
        ("https://gitlab.com:", "https://gitlab.com"),
        ("https://gitlab.com:8443", "https://gitlab.com:8443"),
        ("https://gitlab.com:08443/", "https://gitlab.com:8443"),
        ("https://gitlab.com:80", "https://gitlab.com:80"),
        ("https://gitlab.com/api/v4", "https://gitlab.com"),
        ("https://gitlab.com/api/v4/", "https://gitlab.com"),
        ("https://gitlab.com/API/V4", "https://gitlab.com"),
        ("https://gitlab.com//api//v4//", "https://gitlab.com"),
        ("https://gitlab.com/api/graphql", "https://gitlab.com"),
        ("https://gitlab.com/api/graphql/", "https://gitlab.com"),
        ("https://host.example/gitlab", "https://host.example/gitlab"),
        ("https://host.example/gitlab/", "https://host.example/gitlab"),
        ("https://host.example/gitlab/api/v4", "https://host.example/gitlab"),
        ("https://host.example/Dev/GitLab/api/v4/", "https://host.example/Dev/GitLab"),
        ("https://host.example:8443/gitlab/api/graphql", "https://host.example:8443/gitlab"),
        ("https://192.168.1.10", "https://192.168.1.10"),
        ("https://[2001:db8::1]", "https://[2001:db8::1]"),
        ("https://[2001:DB8::1]:8443/", "https://[2001:db8::1]:8443"),
        ("https://bücher.example", "https://xn--bcher-kva.example"),
        ("https://BÜCHER.example/", "https://xn--bcher-kva.example"),
        ("https://xn--bcher-kva.example", "https://xn--bcher-kva.example"),
        ("https://git-lab.under_score.example", "https://git-lab.under_score.example"),
        ("https://gitlab", "https://gitlab"),
        ("http://localhost:3000", "http://localhost:3000"),
        ("http://LOCALHOST", "http://localhost"),
        ("http://localhost:80/", "http://localhost"),
        ("http://127.0.0.1:8080/api/v4", "http://127.0.0.1:8080"),
        ("http://127.255.0.9", "http://127.255.0.9"),
        ("http://[::1]:8080", "http://[::1]:8080"),
        ("http://[::1]", "http://[::1]"),
    ]

    @Test("reads an address as people type it", arguments: spellings)
    func reads(typed: String, url: String) throws {
        let instance = try InstanceURL(typed)
        #expect(instance.url.absoluteString == url)
        #expect(instance.apiRoot.absoluteString == "\(url)/api/v4/")
        #expect(instance.graphQLEndpoint.absoluteString == "\(url)/api/graphql")
        #expect(instance.description == url)
        #expect(try InstanceURL(url) == instance, "reading it again changes nothing")
    }

    static let mistakes: [(typed: String, says: String)] = [
        ("", "empty"),
        (" \n\t", "empty"),
        ("gitlab.com", "https://gitlab.com?"),
        ("gitlab.com/", "https://gitlab.com/?"),
        ("//gitlab.com", "https://gitlab.com?"),
        ("gitlab.com:8443/gitlab", "https://gitlab.com:8443/gitlab?"),
        ("localhost:3000", "https://localhost:3000?"),
        ("git@gitlab.com:group/project.git", "https://"),
        ("ftp://gitlab.com", "ftp"),
        ("ssh://git@gitlab.com", "ssh"),
        ("file:///etc/passwd", "file"),
        ("javascript://x", "javascript"),
        ("https://", "no host name"),
        ("https:///gitlab", "no host name"),
        ("https://:8080", "no host name"),
        ("https://gitlab.com:0", "port"),
        ("https://gitlab.com:65536", "port"),
        ("https://gitlab.com:http", "port"),
        ("https://gitlab.com:-1", "port"),
        ("https://[::1", "]"),
        ("https://[gitlab]", "IPv6"),
        ("https://[::1]x", "port"),
        ("https://git lab.com", "blank"),
        ("https://gitlab.com/a b", "blank"),
        ("https://gitlab.com\\@evil.example", "backslash"),
        ("https://gitlab.com\\evil", "backslash"),
        ("https://gitlab.com/?private_token=glpat-abcdefghij", "?"),
        ("https://gitlab.com/#fragment", "#"),
        ("https://gitlab.com?", "?"),
        ("https://git%6cab.com", "host name"),
        ("https://gitlab..com", "host name"),
        ("https://.gitlab.com", "host name"),
        ("https://gitlab.com/../admin", "path"),
        ("https://gitlab.com/%2e%2e/admin", "path"),
        ("https://gitlab.com/users/sign_in", "page within GitLab"),
        ("https://gitlab.com/-/user_settings/personal_access_tokens", "page within GitLab"),
        ("https://gitlab.com/group/project/-/merge_requests", "page within GitLab"),
    ]

    @Test("says what is wrong with an address", arguments: mistakes)
    func refuses(typed: String, says: String) throws {
        let error = try #require(throws: GitLabError.self) { try InstanceURL(typed) }
        #expect(error.code == .invalidURL)
        #expect(error.detail?.contains(says) == true, "\(error)")
        #expect(error.remedy != nil)
    }

    @Test(
        "never repeats user info, a query or a fragment",
        arguments: [
            "https://oauth2:hunter2secret@gitlab.com", "https://hunter2secret@gitlab.com/x",
            "hunter2secret@gitlab.com", "hunter2secret://gitlab.com",
            "https://gitlab.com/?token=hunter2secret",
            "https://gitlab.com/#hunter2secret", "gitlab.com?private_token=hunter2secret",
        ])
    func keepsSecrets(typed: String) throws {
        let error = try #require(throws: GitLabError.self) { try InstanceURL(typed) }
        #expect(!"\(error) \(String(reflecting: error)) \(error.remedy ?? "")".contains("hunter2secret"))
    }

    @Test(
        "does not take a token for a host name, nor repeat it",
        arguments: ["", "https://", "http://", "HTTPS://"],
        [
            "glpat-Hunter2Secret", "GLPAT-Hunter2Secret.01.0a1b2c3", "glpat-Hunter2Secret/api/v4",
            "hunter2secret0123456789abcdef0123456789abcdef0123456789abcdef012345",
        ])
    func token(scheme: String, token: String) throws {
        let error = try #require(throws: GitLabError.self) { try InstanceURL(scheme + token) }
        #expect(error.code == .invalidURL && error.detail?.contains("a token stands") == true)
        #expect(!"\(error)".lowercased().contains("hunter2secret"))
    }

    @Test(
        "plain http needs a word of consent unless it stays on this machine",
        arguments: [
            "http://gitlab.com", "http://10.0.0.1", "http://128.0.0.1", "http://127.0.0.1.evil.example",
            "http://127.0.0", "http://localhost.evil.example", "http://[::2]", "http://127.0.0.256",
        ])
    func insecureHTTP(typed: String) throws {
        let error = try #require(throws: GitLabError.self) { try InstanceURL(typed) }
        #expect(error.detail?.contains("token") == true)
        let allowed = try InstanceURL(typed, allowsInsecureHTTP: true)
        #expect(allowed.url.absoluteString == typed)
    }

    @Test("has the same origin as URLs with its scheme, host and port, and no others")
    func origin() throws {
        let instance = try InstanceURL("https://gitlab.example.com/gitlab")
        for same in [
            "https://GITLAB.example.com/x", "https://gitlab.example.com:443/", "HTTPS://gitlab.example.com",
        ] {
            #expect(instance.hasSameOrigin(as: try #require(URL(string: same))), "\(same)")
        }
        let others = [
            "http://gitlab.example.com/x", "https://gitlab.example.com:8443/", "https://example.com/",
            "https://gitlab.example.com.evil.example/", "https://gitlab.example.com@evil.example/",
            "/relative", "mailto:x@gitlab.example.com", "ftp://gitlab.example.com/",
        ]
        for other in others {
            #expect(!instance.hasSameOrigin(as: try #require(URL(string: other))), "\(other)")
        }
        let unicode = try InstanceURL("https://bücher.example")
        #expect(unicode.hasSameOrigin(as: try #require(URL(string: "https://xn--bcher-kva.example/"))))
        let sixth = try InstanceURL("https://[2001:db8::1]:8443")
        #expect(sixth.hasSameOrigin(as: try #require(URL(string: "https://[2001:DB8::1]:8443/x"))))
        #expect("\(sixth.origin)" == "https://[2001:db8::1]:8443")
    }
}
