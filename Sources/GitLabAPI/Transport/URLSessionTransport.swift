import Foundation
import Synchronization

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Sends requests with Foundation's `URLSession`.
///
/// Keeps connections alive, decompresses answers, follows no redirect (see `RedirectingTransport`), keeps no
/// cookie, cache or credential. On Linux proxies are taken from the environment (`https_proxy`, `http_proxy`,
/// `all_proxy`, `no_proxy`); certificates are checked against the system's trust store, and no other can be given.
///
/// A call that is cancelled, or fails as `.timedOut` or `.responseTooLarge`, returns at once; its request is
/// abandoned, not aborted, since aborting can hang or crash `URLSession` on Linux. Whatever GitLab still sends for
/// it is dropped, it may still take effect there, and it occupies one of the slots until GitLab has answered or
/// has been silent for the request's timeout.
///
/// Known limits on Linux, where FoundationNetworking stops the process before anyone is asked: a connection closed
/// cleanly between the status line and the end of the header fields, and a redirect whose `Location` has no
/// scheme and an IPv6 or percent-encoded host (`//[::1]/x`).
public final class URLSessionTransport: Transport {
    public struct Configuration: Hashable, Sendable {
        /// How many requests may be on their way at once, abandoned ones included; 8 by default. Further ones
        /// wait in the order they came, and their timeout begins when they leave.
        public var maximumConcurrentRequests: Int
        /// How many bytes the body of an answer may have, decompressed; 64 MiB by default.
        public var maximumBodyBytes: Int

        public init(maximumConcurrentRequests: Int = 8, maximumBodyBytes: Int = 67_108_864) {
            self.maximumConcurrentRequests = maximumConcurrentRequests
            self.maximumBodyBytes = maximumBodyBytes
        }
    }

    private struct State {
        var isClosed = false
        var callCount = 0
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    private let configuration: Configuration
    private let time: any TimeSource
    private let slots: ConcurrencyLimit
    private let delegate: SessionDelegate
    private let session: URLSession
    private let state = Mutex(State())

    public init(configuration: Configuration = Configuration(), time: any TimeSource = .system) {
        self.configuration = configuration
        self.time = time
        slots = ConcurrencyLimit(configuration.maximumConcurrentRequests)
        delegate = SessionDelegate(slots: slots)
        let session = URLSessionConfiguration.ephemeral
        session.urlCache = nil
        session.httpCookieStorage = nil
        session.httpShouldSetCookies = false
        session.urlCredentialStorage = nil
        session.httpMaximumConnectionsPerHost = configuration.maximumConcurrentRequests
        self.session = URLSession(configuration: session, delegate: delegate, delegateQueue: nil)
    }

    deinit { if !state.withLock(\.isClosed) { session.finishTasksAndInvalidate() } }

    /// Refuses further calls with `.closed`, those that wait for a slot included, and returns when every other
    /// call has had its answer. Abandoned requests do not hold it up.
    public func close() async {
        slots.close()
        await withCheckedContinuation { continuation in
            let (isFirst, isIdle) = state.withLock { state in
                defer { state.isClosed = true }
                if state.callCount > 0 { state.closers.append(continuation) }
                return (!state.isClosed, state.callCount == 0)
            }
            // Under way or not, no task is disturbed by this, and none is created after it.
            if isFirst { session.finishTasksAndInvalidate() }
            if isIdle { continuation.resume() }
        }
    }

    public func send(_ request: HTTPRequest) async throws(GitLabError) -> HTTPResponse {
        do {
            try request.validate()
            try await slots.acquire()
            let answer = PendingAnswer(maximumBodyBytes: configuration.maximumBodyBytes)
            try start(request, answer: answer)
            defer { finishCall() }
            let deadline = Task { [time] in
                try await time.sleep(for: request.timeout)
                answer.fail(GitLabError(.timedOut, detail: "no complete answer within \(request.timeout)"))
            }
            defer { deadline.cancel() }
            return try await withTaskCancellationHandler {
                await answer.outcome()
            } onCancel: {
                answer.fail(GitLabError(.cancelled))
            }.get()
        } catch {
            var error = error
            error.request = request.description
            throw error
        }
    }

    /// Starts the task; its slot is given back when the task ends.
    private func start(_ request: HTTPRequest, answer: PendingAnswer) throws(GitLabError) {
        let isStarted = state.withLock { state in
            guard !state.isClosed else { return false }
            state.callCount += 1
            let task = session.dataTask(with: URLRequest(request))
            delegate.expect(answer, from: task)
            task.resume()
            return true
        }
        guard isStarted else {
            slots.release()
            throw GitLabError(.closed)
        }
    }

    private func finishCall() {
        let closers = state.withLock { state in
            state.callCount -= 1
            guard state.callCount == 0 else { return [CheckedContinuation<Void, Never>]() }
            defer { state.closers = [] }
            return state.closers
        }
        for closer in closers { closer.resume() }
    }
}

/// Hands what the session reports to the answers that wait for it.
private final class SessionDelegate: NSObject, URLSessionDataDelegate {
    private struct Expected {
        var answer: PendingAnswer
        var isChallenged = false
    }

    private let slots: ConcurrencyLimit
    private let expected = Mutex<[Int: Expected]>([:])

    init(slots: ConcurrencyLimit) { self.slots = slots }

    func expect(_ answer: PendingAnswer, from task: URLSessionTask) {
        expected.withLock { $0[task.taskIdentifier] = Expected(answer: answer) }
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let answer = expected.withLock { $0[dataTask.taskIdentifier]?.answer }
        answer?.receive(data)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let expected = expected.withLock { $0.removeValue(forKey: task.taskIdentifier) }
        guard let expected else { return }
        slots.release()
        // A refused challenge ends the task with an error, although the answer is complete.
        if let error, !expected.isChallenged {
            expected.answer.fail(GitLabError(urlLoading: error))
        } else if let response = task.response as? HTTPURLResponse {
            expected.answer.succeed(status: response.statusCode, headers: HTTPHeaders(response))
        } else {
            expected.answer.fail(GitLabError(.notGitLab, detail: "the answer is not HTTP"))
        }
    }

    /// Redirects are answers: what follows one must first look where it leads.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    /// The token is in the request already: whoever asks for more gets no answer. The system judges certificates.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
        completionHandler: @escaping (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
        // By its text, since the constant exists on Darwin alone, as does this challenge.
        if challenge.protectionSpace.authenticationMethod == "NSURLAuthenticationMethodServerTrust" {
            return completionHandler(.performDefaultHandling, nil)
        }
        expected.withLock { $0[task.taskIdentifier]?.isChallenged = true }
        completionHandler(.rejectProtectionSpace, nil)
    }
}

extension URLRequest {
    fileprivate init(_ request: HTTPRequest) {
        self.init(url: request.url)
        httpMethod = request.method.rawValue
        for field in request.headers.fields { addValue(field.value, forHTTPHeaderField: field.name) }
        httpBody = request.body
        httpShouldHandleCookies = false
        cachePolicy = .reloadIgnoringLocalCacheData
        // How long the server may be silent: Linux cuts fractions off, and our own deadline comes first, so only
        // abandoned requests meet it.
        timeoutInterval = TimeInterval(request.timeout.components.seconds + 1)
    }
}

extension HTTPHeaders {
    fileprivate init(_ response: HTTPURLResponse) {
        let fields = response.allHeaderFields.compactMap { name, value -> (String, String)? in
            guard let name = name as? String, let value = value as? String else { return nil }
            return (name, value)
        }
        self.init(fields.sorted { $0.0 < $1.0 })
    }
}
