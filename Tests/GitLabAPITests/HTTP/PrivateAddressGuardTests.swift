import Foundation
import GitLabAPI
import Testing

@Suite("PrivateAddressGuard")
struct PrivateAddressGuardTests {
    static let refused: [(host: String, because: PrivateAddressGuard.Refusal)] = [
        ("127.0.0.1", .loopback), ("127.255.255.254", .loopback), ("127.1", .loopback),
        ("2130706433", .loopback),
        ("0x7f000001", .loopback), ("0x7F.1", .loopback), ("0177.0.0.1", .loopback),
        ("017700000001", .loopback),
        ("0x7f.0x0.0x0.0x1", .loopback), ("127.0.0.1.", .loopback), ("127.0.1", .loopback),
        ("１２７.０.０.１", .loopback), ("127。0。0。1", .loopback), ("①②⑦.0.0.1", .loopback),
        ("%31%32%37.0.0.1", .loopback), ("localhost", .loopback), ("LOCALHOST.", .loopback),
        ("a.localhost", .loopback), ("[::1]", .loopback), ("[0:0:0:0:0:0:0:1]", .loopback),
        ("[::ffff:127.0.0.1]", .loopback), ("[::ffff:7f00:1]", .loopback),
        ("[0:0:0:0:0:ffff:127.0.0.1]", .loopback),
        ("[64:ff9b::127.0.0.1]", .loopback), ("[2002:7f00:1::]", .loopback),
        ("169.254.169.254", .linkLocal), ("2852039166", .linkLocal), ("0xA9FEA9FE", .linkLocal),
        ("0251.0376.0251.0376", .linkLocal), ("[::ffff:169.254.169.254]", .linkLocal),
        ("[fe80::1]", .linkLocal),
        ("[febf::1]", .linkLocal), ("[fe80::1%25eth0]", .linkLocal),
        ("[2001:4860:4860::8888%eth0]", .linkLocal),
        ("10.0.0.1", .privateNetwork), ("10.1", .privateNetwork), ("012.0.0.1", .privateNetwork),
        ("172.16.0.1", .privateNetwork), ("172.31.255.255", .privateNetwork),
        ("192.168.1.1", .privateNetwork),
        ("192.168.257", .privateNetwork), ("[fc00::1]", .privateNetwork),
        ("[fd00:ec2::254]", .privateNetwork),
        ("[fec0::1]", .privateNetwork), ("[::ffff:10.0.0.1]", .privateNetwork),
        ("100.64.0.1", .shared), ("100.127.255.255", .shared), ("100.100.100.200", .shared),
        ("0.0.0.0", .reserved), ("0", .reserved), ("0x", .reserved), ("192.0.2.1", .reserved),
        ("198.18.0.1", .reserved), ("224.0.0.1", .reserved), ("255.255.255.255", .reserved),
        ("240.0.0.1", .reserved),
        ("[::]", .reserved), ("[ff02::1]", .reserved), ("[::127.0.0.1]", .reserved),
        ("[2001:db8::1]", .reserved),
        ("[2001::1]", .reserved), ("[64:ff9b:1::1]", .reserved), ("[::ffff:0:127.0.0.1]", .reserved),
        ("gitlab", .localName), ("printer.local", .localName), ("metadata.google.internal", .localName),
        ("db.lan", .localName), ("nas.home.arpa.", .localName), ("Printer.LOCAL", .localName),
        ("", .notAnAddress), ("256.1.1.1", .notAnAddress), ("1.2.3.4.5", .notAnAddress),
        ("127.0.0.08", .notAnAddress),
        ("1..2", .notAnAddress), ("a..b", .notAnAddress), ("evil.example\\@a.example", .notAnAddress),
        ("a b.example", .notAnAddress), ("[::1", .notAnAddress), ("[1::2::3]", .notAnAddress),
        ("[12345::]", .notAnAddress), ("4294967296", .notAnAddress), ("example.com/..", .notAnAddress),
        ("%zz.example", .notAnAddress), ("example.com..", .notAnAddress), ("a.%00.example", .notAnAddress),
        ("a.local\u{AD}host", .notAnAddress), ("a.local\u{200D}host", .notAnAddress),
    ]

    @Test("refuses what leads to this machine or a private network, in every spelling", arguments: refused)
    func refuses(host: String, because: PrivateAddressGuard.Refusal) {
        #expect(throws: because) { try PrivateAddressGuard().check(host: host) }
    }

    @Test(
        "lets public names and addresses pass",
        arguments: [
            "gitlab.example.com", "example.com.", "8.8.8.8", "172.15.0.1", "172.32.0.1", "100.63.0.1",
            "100.128.0.1",
            "169.253.1.1", "9.255.255.255", "11.0.0.0", "126.255.255.255", "128.0.0.1", "223.255.255.255",
            "134744072",
            "[2001:4860:4860::8888]", "[2606:4700::1111]", "[::ffff:8.8.8.8]", "[2002:808:808::]",
            "bücher.example",
            "xn--bcher-kva.example", "10.0.0.1.example.com", "localhost.example.com",
            "1e100.example",
        ])
    func passes(host: String) throws {
        try PrivateAddressGuard().check(host: host)
    }

    @Test("judges URLs by their host, whatever stands around it")
    func urls() throws {
        let url = try #require(URL(string: "https://hooks.example.com:8443/gitlab?x=127.0.0.1"))
        try PrivateAddressGuard().check(url)
        for (text, refusal) in [
            ("http://public.example@127.0.0.1/", PrivateAddressGuard.Refusal.loopback),
            ("https://[::1]:8443/", .loopback), ("http://169.254.169.254/latest/meta-data/", .linkLocal),
            ("ftp://example.com/", .notAnAddress), ("file:///etc/passwd", .notAnAddress),
            ("/x", .notAnAddress),
            ("javascript:alert(1)", .notAnAddress), ("https://printer.local/", .localName),
        ] {
            #expect(throws: refusal, "\(text)") {
                try PrivateAddressGuard().check(try #require(URL(string: text)))
            }
        }
    }

    @Test("all spellings of an IPv4 address get the same answer")
    func spellings() {
        func refusal(_ host: String) -> PrivateAddressGuard.Refusal? {
            do throws(PrivateAddressGuard.Refusal) {
                try PrivateAddressGuard().check(host: host)
                return nil
            } catch {
                return error
            }
        }
        var random = SplitMix(seed: 4)
        for _ in 0..<2000 {
            let bits = UInt32.random(in: 0...UInt32.max, using: &random)
            let octets = [bits >> 24, bits >> 16 & 255, bits >> 8 & 255, bits & 255]
            let plain = octets.map { String($0) }.joined(separator: ".")
            let expected = refusal(plain)
            let others = [
                "\(bits)", "0x" + String(bits, radix: 16), "0" + String(bits, radix: 8),
                octets.map { "0x" + String($0, radix: 16) }.joined(separator: "."),
                octets.map { "0" + String($0, radix: 8) }.joined(separator: "."),
                "\(octets[0]).\(bits & 0xFF_FFFF)", "\(octets[0]).\(octets[1]).\(bits & 0xFFFF)", "\(plain).",
                "[::ffff:\(plain)]",
                "[::ffff:\(String(bits >> 16, radix: 16)):\(String(bits & 0xFFFF, radix: 16))]",
                "[64:ff9b::\(plain)]",
            ]
            for other in others { #expect(refusal(other) == expected, "\(other) and \(plain)") }
        }
    }

    @Test("no text makes it trap")
    func noise() {
        var random = SplitMix(seed: 5)
        let characters = Array("0123456789abcdefx.:[]%/\\@-_ \u{0}\u{3002}é１")
        for _ in 0..<5000 {
            let host = String(
                (0..<Int.random(in: 0...24, using: &random)).compactMap { _ in
                    characters.randomElement(using: &random)
                })
            do throws(PrivateAddressGuard.Refusal) {
                try PrivateAddressGuard().check(host: host)
                #expect(host.contains(".") || host.contains("\u{3002}"), "\(host)")
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
    }
}
