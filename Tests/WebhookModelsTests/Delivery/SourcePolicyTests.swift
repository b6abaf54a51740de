import Foundation
import Testing

@testable import WebhookModels

@Suite("Where deliveries come from")
struct SourcePolicyTests {
    @Test(
        "A range holds what lies in it",
        arguments: [
            (
                "34.74.90.64/28",
                ["34.74.90.64", "34.74.90.79", "::ffff:34.74.90.70", "0:0:0:0:0:FFFF:224A:5a46"]
            ),
            ("192.0.2.7", ["192.0.2.7"]), ("0.0.0.0/0", ["0.0.0.0", "255.255.255.255", "::ffff:1.2.3.4"]),
            ("::ffff:34.74.90.64/124", ["34.74.90.64"]), ("::/0", ["1.2.3.4", "::", "fe80::1%eth0"]),
            (
                "2001:db8::/33",
                ["2001:db8::1", "2001:0DB8:7fff:ffff:ffff:ffff:ffff:ffff", "2001:db8::1.2.3.4"]
            ),
            ("::1", ["::1", "0:0:0:0:0:0:0:1", "::0.0.0.1"]),
            ("1:2:3:4:5:6:7:0/128", ["1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"]),
        ])
    func within(range: String, addresses: [String]) throws {
        let policy = WebhookSourcePolicy(allowing: [try AddressRange(range)])
        for address in addresses { #expect(policy.allows(address), "\(address)") }
    }

    @Test(
        "And nothing else",
        arguments: [
            ("34.74.90.64/28", ["34.74.90.63", "34.74.90.80", "::34.74.90.64", "::ffff:34.74.90.80", "::1"]),
            ("192.0.2.7", ["192.0.2.6", "192.0.2.8"]), ("0.0.0.0/0", ["::1", "2001:db8::1"]),
            ("2001:db8::/33", ["2001:db8:8000::", "2001:db7::"]), ("::1", ["::", "::2", "0.0.0.1"]),
        ])
    func outside(range: String, addresses: [String]) throws {
        let policy = WebhookSourcePolicy(allowing: [try AddressRange(range)])
        for address in addresses { #expect(!policy.allows(address), "\(address)") }
    }

    static let noAddresses = [
        "", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.04", "0x1.2.3.4", "1.2.3.-4", "1.2.3.+4", " 1.2.3.4",
        "1.2.3.4 ",
        "1.2.3.4:80", "1..3.4", "١.2.3.4", ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9",
        "12345::", "g::",
        "1:2:3:4:5:6:7:8::", "::1:", ":1", "1:", "::-0", "::+1", "1.2.3.4::", "::1.2.3", "::1.2.3.4:5",
        "[::1]",
        "localhost", "1:2:3:4:5:6:7:1.2.3.4",
    ]

    @Test("What is no address is from nowhere, and begins no range", arguments: noAddresses)
    func noAddress(text: String) throws {
        let everywhere = WebhookSourcePolicy(allowing: [try AddressRange("::/0")])
        #expect(!everywhere.allows(text))
        #expect { try AddressRange(text) } throws: { ($0 as? WebhookError)?.code == .malformedAddressRange }
    }

    @Test(
        "A range needs a prefix within its address, and no bits beyond it",
        arguments: [
            "1.2.3.4/33", "1.2.3.4/-1", "1.2.3.4/", "1.2.3.4/8/8", "1.2.3.4/ 8", "1.2.3.4/+32", "::/129",
            "/8",
            "34.74.90.65/28", "2001:db8::1/64", "1.2.3.4/99999999999999999999",
        ])
    func noRange(text: String) {
        #expect { try AddressRange(text) } throws: { ($0 as? WebhookError)?.code == .malformedAddressRange }
    }

    @Test("Of an unknown address only the policy for everywhere accepts")
    func unknown() throws {
        #expect(WebhookSourcePolicy.anywhere.allows(nil))
        #expect(!WebhookSourcePolicy.gitLabCom.allows(nil))
        #expect(!WebhookSourcePolicy(allowing: []).allows("1.2.3.4"))
    }

    @Test("GitLab.com sends from the addresses it publishes")
    func gitLabCom() throws {
        let published = try WebhookSourcePolicy(
            allowing: ["34.74.90.64/28", "34.74.226.0/24"].map { try AddressRange($0) })
        #expect(WebhookSourcePolicy.gitLabCom == published)
    }

    @Test("A delivery from elsewhere is refused before anything else is looked at")
    func verifier() {
        let verifier = WebhookVerifier.unauthenticated(from: .gitLabCom)
        #expect(verifier.refusal(of: Sample.delivery(from: "34.74.226.9")) == nil)
        let refusal = verifier.refusal(of: Sample.delivery(["Content-Type": nil], from: "198.51.100.1"))
        #expect(refusal?.code == .forbiddenSource)
        #expect(refusal?.status == 403)
    }

    @Test(
        "A range reads as it was written",
        arguments: ["34.74.90.64/28", "0.0.0.0/0", "2001:db8:0:0:0:0:0:0/32"])
    func description(text: String) throws {
        #expect(try AddressRange(text).description == text)
    }
}
