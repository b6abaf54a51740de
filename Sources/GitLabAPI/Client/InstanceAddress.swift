/// The parts of an instance's address, cleaned; parsed by hand so that each mistake gets its own answer.
struct InstanceAddress {
    let scheme: String
    /// Lower-case; an IPv6 address in brackets.
    let host: String
    /// `nil` for none or the scheme's own.
    let port: Int?
    /// Relative root, with a slash before and none behind; empty for none.
    let path: String

    init(parsing text: String) throws(GitLabError) {
        let text = text.trimmingBlanks()
        guard !text.isEmpty else { throw Self.invalid("the address of the GitLab instance is empty") }
        guard let separator = text.firstRange(of: "://") else { throw Self.missingScheme(text) }
        let scheme = text[..<separator.lowerBound].lowercased()
        guard scheme == "https" || scheme == "http" else {
            throw Self.invalid("a GitLab instance is reached by https, not by \(Self.shown(scheme))")
        }
        let rest = text[separator.upperBound...]
        let end = rest.firstIndex { "/?#\\".contains($0) } ?? rest.endIndex
        let authority = rest[..<end]
        guard !authority.contains("@") else {
            throw Self.invalid("leave the user name or token out of the address; pass the token separately")
        }
        guard !text.contains(where: { $0.isWhitespace || $0.isNewline || $0 == "\\" }) else {
            throw Self.invalid("there is a blank or a backslash inside the address")
        }
        guard !rest.contains(where: { $0 == "?" || $0 == "#" }) else {
            throw Self.invalid(
                "leave out everything from the ? or # on; only the instance's address is wanted")
        }
        self.scheme = scheme
        (host, port) = try Self.hostAndPort(authority, scheme: scheme)
        path = try Self.relativeRoot(rest[end...])
    }

    var text: String { "\(scheme)://\(host)\(port.map { ":\($0)" } ?? "")\(path)" }

    /// `localhost`, `127.0.0.0/8` and `[::1]`.
    var isLoopback: Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let octets = host.split(separator: ".", omittingEmptySubsequences: false)
        return octets.count == 4 && octets[0] == "127" && octets.allSatisfy { UInt8($0) != nil }
    }
}

extension InstanceAddress {
    private static func hostAndPort(
        _ authority: Substring, scheme: String
    ) throws(GitLabError) -> (host: String, port: Int?) {
        let host: Substring
        let tail: Substring
        if authority.first == "[" {
            guard let end = authority.firstIndex(of: "]") else {
                throw invalid("the closing ] of the IPv6 address is missing")
            }
            host = authority[...end]
            tail = authority[authority.index(after: end)...]
            guard host.dropFirst().dropLast().allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }),
                host.contains(":")
            else { throw invalid("what stands in [ ] is not an IPv6 address") }
        } else {
            let end = authority.firstIndex(of: ":") ?? authority.endIndex
            host = authority[..<end]
            tail = authority[end...]
        }
        guard !host.isEmpty else { throw invalid("there is no host name behind \(scheme)://") }
        guard !mayBeToken(host) else { throw invalid("a token stands where the host name belongs") }
        guard host.first == "[" || isHostName(host) else {
            throw invalid("the host name has a character in it that none has")
        }
        guard !tail.isEmpty, tail != ":" else { return (host.lowercased(), nil) }
        guard tail.first == ":", let port = UInt16(tail.dropFirst()), port > 0 else {
            throw invalid("the port behind the host name is not a number from 1 to 65535")
        }
        let isDefault = Int(port) == Origin.defaultPort(of: scheme)
        return (host.lowercased(), isDefault ? nil : Int(port))
    }

    /// As when address and token change places: looked up, it would be told to every name server on the way. No part of
    /// a name is longer than 63 characters (RFC 1035, section 2.3.4); a token of OAuth is.
    private static func mayBeToken(_ text: Substring) -> Bool {
        text.lowercased().hasPrefix("glpat-") || text.split(separator: ".").contains { $0.count > 63 }
    }

    private static func isHostName(_ host: Substring) -> Bool {
        host.allSatisfy { $0.isLetter || $0.isNumber || "-._".contains($0) || !$0.isASCII }
            && !host.hasPrefix(".") && !host.contains("..")
    }

    private static func relativeRoot(_ path: Substring) throws(GitLabError) -> String {
        var segments = path.split(separator: "/")
        guard !segments.contains("-"), segments.last != "sign_in" else {
            throw invalid("this is a page within GitLab; only the instance's own address is wanted")
        }
        guard !segments.contains(where: { $0 == "." || $0 == ".." || $0.contains("%") }) else {
            throw invalid("the path behind the host name is not a plain one")
        }
        for ending in [["api", "v4"], ["api", "graphql"]]
        where segments.suffix(2).map({ $0.lowercased() }) == ending {
            segments.removeLast(2)
            break
        }
        return segments.map { "/\($0)" }.joined()
    }

    private static func missingScheme(_ text: String) -> GitLabError {
        guard !text.contains("@"), !text.contains(where: { $0.isWhitespace || "?#".contains($0) }),
            text.count < 200
        else { return invalid("the address must begin with https://") }
        let rest = text.drop { $0 == "/" || $0 == ":" }
        guard !mayBeToken(rest.prefix { $0 != "/" }) else {
            return invalid("a token stands where the address belongs")
        }
        return invalid("the address must begin with https://; did you mean https://\(rest)?")
    }

    private static func shown(_ scheme: String) -> String {
        scheme.count <= 12 && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            ? scheme : "that"
    }

    private static func invalid(_ detail: String) -> GitLabError { GitLabError(.invalidURL, detail: detail) }
}
