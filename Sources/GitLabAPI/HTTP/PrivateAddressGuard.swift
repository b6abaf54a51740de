public import Foundation

/// Refuses URLs that by their host alone lead to this machine or a private network: an option for hosts that let
/// users say where a webhook or a report is to be sent (server-side request forgery, CWE-918).
///
/// A pure function of the URL: it asks no name service. A public name may resolve to a private address, today or only
/// at the second look-up (DNS rebinding), so whoever connects must check the address it connects to as well. For
/// webhooks that is GitLab, with its setting for outbound requests to the local network
/// (<https://docs.gitlab.com/security/webhooks/>).
public struct PrivateAddressGuard: Hashable, Sendable {
    /// Why a URL is refused; the ranges are those of IANA's special-purpose address registries (RFC 6890).
    public enum Refusal: String, Error, Hashable, Sendable, CustomStringConvertible {
        /// It is no absolute `http` or `https` URL with a host, or the host is neither a name nor an address.
        case notAnAddress = "not an address"
        /// `127.0.0.0/8`, `::1`, `localhost`.
        case loopback
        /// `169.254.0.0/16` with the metadata services of clouds, `fe80::/10`, an address with a zone.
        case linkLocal = "link-local"
        /// RFC 1918, `fc00::/7`, `fec0::/10`.
        case privateNetwork = "private network"
        /// `100.64.0.0/10`, between a provider and its customers (RFC 6598).
        case shared = "shared address space"
        /// Unspecified, multicast, documentation, benchmarks, tunnels, future use.
        case reserved
        /// A name of a local network: without a dot, `.local`, `.localdomain`, `.internal`, `.intranet`, `.lan`,
        /// `.home.arpa`, `.corp`, `.home`.
        case localName = "name of a local network"

        public var description: String { rawValue }
    }

    public init() {}

    /// - Throws: why the URL is refused. It says nothing of the URL.
    public func check(_ url: URL) throws(Refusal) {
        guard let origin = Origin(url) else { throw .notAnAddress }
        try check(host: origin.host)
    }

    /// - Parameter host: as in a URL, brackets and percent-encoding or not.
    public func check(host: String) throws(Refusal) {
        guard var name = host.contains(":") ? host : host.removingPercentEncoding else { throw .notAnAddress }
        if name.hasPrefix("["), name.hasSuffix("]") { name = String(name.dropFirst().dropLast()) }
        if name.contains(":") { return try Self.check(IPv6Address(name), of: name) }
        // As name resolution sees it: full-width letters, digits and dots are letters, digits and dots.
        name = name.precomposedStringWithCompatibilityMapping.lowercased().replacing("\u{3002}", with: ".")
        if name.hasSuffix(".") { name.removeLast() }
        switch IPv4Address.read(name) {
        case .address(let address): if let refusal = address.refusal { throw refusal }
        case .malformed: throw .notAnAddress
        case .name: try Self.check(name: name)
        }
    }

    private static func check(_ address: IPv6Address?, of text: String) throws(Refusal) {
        guard !text.contains("%") else { throw .linkLocal }
        guard let address else { throw .notAnAddress }
        if let refusal = address.refusal { throw refusal }
    }

    private static let localEndings = [
        "local", "localdomain", "internal", "intranet", "lan", "home.arpa", "corp", "home",
    ]

    private static func check(name: String) throws(Refusal) {
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        let isName = labels.allSatisfy { !$0.isEmpty && $0.unicodeScalars.allSatisfy(isNameCharacter) }
        guard isName else { throw .notAnAddress }
        guard labels.last != "localhost" else { throw .loopback }
        guard labels.count > 1, !localEndings.contains(where: { name.hasSuffix(".\($0)") }) else {
            throw .localName
        }
    }

    /// Letters, digits and marks of any language. Not what resolvers leave out: a soft hyphen, a joiner.
    private static func isNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        return !properties.isDefaultIgnorableCodePoint
            && (properties.isAlphabetic || properties.numericType != nil || scalar == "-" || scalar == "_"
                || [.nonspacingMark, .spacingMark].contains(properties.generalCategory))
    }
}
