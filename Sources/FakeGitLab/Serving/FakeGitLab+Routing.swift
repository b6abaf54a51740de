import LoopbackServer

extension FakeGitLab.State {
    /// What GitLab itself says to a request.
    mutating func answer(_ request: ServerRequest, origin: String) -> Answer {
        if let request = OAuthRequest(request), let answer = world.answer(request) { return answer }
        guard let request = APIRequest(request, origin: origin) else {
            return Answer(status: 404, text: "<!DOCTYPE html><title>404</title>", contentType: "text/html")
        }
        do throws(Rejection) {
            world.detectReuse(in: request)
            let caller = try world.caller(of: request)
            var limits: [(name: String, value: String)] = []
            if limiter != nil {
                switch limiter?.admit(caller.user, at: world.clock) {
                case .refused(let answer): return answer
                case .admitted(let headers): limits = headers
                case nil: break
                }
            }
            var answer =
                request.isGraphQL
                ? graphQL.answer(request, by: caller, &world) : route(request, caller)
            answer.headers += limits
            return answer
        } catch {
            return request.isGraphQL ? GraphQL.Server.refusal(error) : Answer(error)
        }
    }

    private mutating func route(_ request: APIRequest, _ caller: Caller) -> Answer {
        var allowed: [String] = []
        var pattern: String?
        do throws(Rejection) {
            for route in Route.all {
                guard route.exists(in: world), let captures = route.captures(request.segments) else {
                    continue
                }
                guard route.method == request.method else {
                    allowed.append(route.method)
                    continue
                }
                pattern = route.pattern
                try world.check(caller, for: route)
                if let token = caller.token { world.tokens[token]?.lastUsedAt = world.clock }
                var answer = try route.answer(
                    Call(request: request, caller: caller, captures: captures), in: &world)
                answer.route = pattern
                return answer
            }
            if request.method != "GET" { try world.check(caller, has: ["api"]) }
            throw allowed.isEmpty ? .noSuchRoute : .error(405, "405 Not Allowed")
        } catch {
            var answer = Answer(error)
            answer.route = pattern
            return answer
        }
    }
}
