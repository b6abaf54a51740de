import Foundation
import WireFormat

/// The signature of one request by a hook's signing token, as Standard Webhooks has it.
///
/// <https://docs.gitlab.com/user/project/integrations/webhooks/#signing-tokens>
struct HookSignature: Sendable {
    /// `v1,` and the code in Base64.
    let text: String

    /// - Parameters:
    ///   - token: `whsec_` and the key in Base64; `nil` when it is no such text.
    ///   - timestamp: `webhook-timestamp`.
    init?(token: String, id: String, timestamp: String, body: [UInt8]) {
        guard token.hasPrefix("whsec_"), let key = Data(base64Encoded: String(token.dropFirst(6))) else {
            return nil
        }
        var code = HMACSHA256(key: Array(key))
        code.update(Array("\(id).\(timestamp).".utf8))
        code.update(body)
        text = "v1,\(Data(code.code().bytes).base64EncodedString())"
    }
}
