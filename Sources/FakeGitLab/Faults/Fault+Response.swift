import Foundation
import LoopbackServer
import WireFormat

extension Fault {
    /// The answer that stands in for GitLab's, for faults that never reach it.
    func replacement(of request: ServerRequest, origin: String, now: Instant) -> ServerResponse? {
        switch self {
        case .tooManyRequests(let seconds):
            return response(
                429, "Retry later\n", "text/plain", now,
                headers: seconds.map { [("Retry-After", String($0))] } ?? [])
        case .internalServerError:
            return response(500, #"{"message":"500 Internal Server Error"}"#, "application/json", now)
        case .badGateway: return response(502, Self.page("502 Bad Gateway"), "text/html", now)
        case .serviceUnavailable: return response(503, "503 Service Unavailable\n", "text/plain", now)
        case .graphQLTimeout:
            let body =
                #"{"errors":[{"message":"Request timed out. Please try a less complex query or a smaller set of records."}]}"#
            return response(503, body, "application/json", now)
        case .gatewayTimeout: return response(504, Self.page("504 Gateway Time-out"), "text/html", now)
        case .invalidJSON: return response(200, #"{"id": 1, "title": "#, "application/json", now)
        case .loginPage:
            return response(
                200, Self.page("Sign in · GitLab", body: "<form action=\"/users/sign_in\"></form>"),
                "text/html; charset=utf-8", now)
        case .forbidden: return response(403, #"{"message":"403 Forbidden"}"#, "application/json", now)
        case .notFound: return response(404, #"{"message":"404 Project Not Found"}"#, "application/json", now)
        case .movedProject(let id):
            let location = origin + Self.moved(request.target, to: id)
            return response(
                301, #"{"message":"301 Moved Permanently","location":"\#(location)"}"#, "application/json",
                now,
                headers: [("Location", location)])
        case .featureDisabled:
            return response(
                403, #"{"message":"403 Forbidden - Feature is not available"}"#, "application/json", now)
        case .closedBeforeReply, .cutBody, .slowBody, .silence, .latency, .truncatedJSON, .badElement:
            return nil
        }
    }

    /// The answer as it arrives, for faults of the way back.
    func disturbing(_ response: ServerResponse) -> ServerResponse {
        var response = response
        switch self {
        case .closedBeforeReply: response.delivery = .closedBeforeReply
        case .cutBody: response.delivery = .cut(afterBytes: response.body.count / 2)
        case .slowBody(let bytes, let pause): response.delivery = .slow(bytes: bytes, pause: pause)
        case .silence: response.delivery = .silent
        case .latency(let duration): response.latency += duration
        case .truncatedJSON: response.body = Array(response.body.prefix(response.body.count / 2))
        case .badElement: response.body = Self.spoiled(response.body)
        default: break
        }
        return response
    }

    private func response(
        _ status: Int, _ body: String, _ type: String, _ now: Instant,
        headers: [(name: String, value: String)] = []
    ) -> ServerResponse {
        ServerResponse(
            status: status, headers: [("Date", now.httpDate), ("Content-Type", type)] + headers,
            body: Array(body.utf8))
    }

    /// The target with the project's reference replaced by its id; anything else as it was.
    private static func moved(_ target: String, to id: Int) -> String {
        guard let start = target.range(of: "/api/v4/projects/")?.upperBound else { return target }
        let rest = target[start...].drop { $0 != "/" && $0 != "?" }
        return "\(target[..<start])\(id)\(rest)"
    }

    private static func page(_ title: String, body: String = "") -> String {
        "<!DOCTYPE html>\n<html><head><title>\(title)</title></head><body><h1>\(title)</h1>\(body)</body></html>\n"
    }

    /// A list whose middle element lost its id and dates; anything else as it was.
    private static func spoiled(_ body: [UInt8]) -> [UInt8] {
        guard case .array(var elements)? = try? JSONValue(parsing: body), !elements.isEmpty else {
            return body
        }
        elements[elements.count / 2] = ["id": "not a number", "created_at": 12, "spoiled": true]
        return JSONValue.array(elements).serialized()
    }
}
