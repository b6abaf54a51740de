import Foundation

/// Sends requests with the credentials of a pool, each at its own rate.
///
/// What an answer says of its credential decides what follows:
///
/// - 401, or a blocked user: never again with this one, and the request goes on to the next.
/// - 403 for a scope: no such request with this one, and on to the next.
/// - 403 or 404: GitLab hides what a token may not see, so the others are asked, each once for what is forbidden
///   there and once for what is not found. If one is answered, it works on the project from now on and those
///   refused are set aside for it; if none is, the first refusal stands. A 404 to one that has been answered in
///   the project before stands at once: the thing is missing, not hidden.
/// - Everything else is handed on as it came.
public struct PooledTransport: Transport {
    private struct Member {
        let limit: RateLimitingTransport
        let transport: CredentialTransport
    }

    private let instance: InstanceURL
    private let pool: CredentialPool
    private let members: [Member]
    private let time: any TimeSource

    /// - Parameters:
    ///   - base: reaches the network, and is shared by all.
    ///   - rateLimiting: for each credential by itself.
    public init(
        instance: InstanceURL, pool: CredentialPool, over base: any Transport,
        rateLimiting: RateLimitingTransport.Configuration = .init(), time: any TimeSource = .system
    ) {
        self.instance = instance
        self.pool = pool
        self.time = time
        members = pool.credentials.enumerated().map { index, credential in
            let gate = PoolGate(instance: instance, pool: pool, member: index, base: base)
            let limit = RateLimitingTransport(over: gate, configuration: rateLimiting, time: time)
            return Member(
                limit: limit,
                transport: CredentialTransport(
                    instance: instance, credentials: credential.provider,
                    over: RedirectingTransport(over: limit, within: instance), time: time))
        }
    }

    public func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
        let concern = RequestConcern(request, on: instance)
        var attempt = PoolAttempt(concern)
        while let member = elect(attempt) {
            let outcome = await outcome(of: request, by: member)
            let verdict = CredentialVerdict(outcome, to: request, now: time.now)
            let (isAnswered, reports) = pool.withLedger { ledger in
                let reports = attempt.learn(verdict, outcome, by: member, in: &ledger)
                return (attempt.isAnswered, reports)
            }
            pool.report(reports)
            if isAnswered { return try outcome.get() }
        }
        guard let refusal = attempt.refusal ?? pool.withLedger({ $0.standingRefusal(of: concern) }) else {
            throw GitLabError(
                .invalidToken, request: request.description, detail: "the pool holds no credential")
        }
        return try refusal.outcome.get()
    }

    private func elect(_ attempt: PoolAttempt) -> Int? {
        let loads = members.map(\.limit.load)
        return pool.withLedger { ledger in
            ledger.elect(
                attempt.concern, excluding: attempt.tried, question: attempt.question, loads: loads)
        }
    }

    private func outcome(of request: HTTPRequest, by member: Int) async -> Result<HTTPResponse, GitLabError> {
        do throws(GitLabError) {
            return .success(try await members[member].transport.send(request))
        } catch {
            return .failure(error)
        }
    }
}

/// Stops requests that waited for their time while it turned out that they would be in vain.
private struct PoolGate: Transport {
    let instance: InstanceURL
    let pool: CredentialPool
    let member: Int
    let base: any Transport

    func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
        let concern = RequestConcern(request, on: instance)
        let refusal = pool.withLedger { ledger in
            let refusal = ledger.refusal(of: concern, by: member)
            if refusal == nil { ledger.count(member) }
            return refusal
        }
        if let refusal { return try refusal.outcome.get() }
        var request = request
        request.credential = pool.credentials[member].label
        return try await base.send(request)
    }
}
