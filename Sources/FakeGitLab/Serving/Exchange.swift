import LoopbackServer

/// A request on its way through the instance: the answer so far, and the faults that will strike it.
struct Exchange: Sendable {
    private let request: ServerRequest
    private let number: Int
    private let faults: [Fault]
    private var content: Content

    private enum Content: Sendable {
        case answer(Answer)
        /// What a fault answers in the instance's place.
        case replacement(ServerResponse)
    }

    init(_ request: ServerRequest, number: Int, faults: [Fault], answer: Answer) {
        (self.request, self.number, self.faults) = (request, number, faults)
        content = .answer(answer)
    }

    init(_ request: ServerRequest, number: Int, faults: [Fault], replacement: ServerResponse) {
        (self.request, self.number, self.faults) = (request, number, faults)
        content = .replacement(replacement)
    }

    /// What is to be sent before it can be answered.
    var errand: HookErrand? { if case .answer(let answer) = content { answer.errand } else { nil } }

    /// Answers it, now that the errand is run.
    mutating func conclude(_ conclusion: Answer) {
        guard case .answer(var answer) = content else { return }
        answer.status = conclusion.status
        answer.body = conclusion.body
        answer.errand = nil
        content = .answer(answer)
    }

    /// What goes over the wire, and the line about it in the log.
    func response(at now: Instant) -> (ServerResponse, RequestLog.Entry) {
        switch content {
        case .replacement(let response):
            return (disturbed(response), RequestLog.Entry(request, status: response.status))
        case .answer(let answer):
            let headers =
                answer.headers + [
                    ("Date", now.httpDate), ("Content-Type", answer.contentType),
                    ("X-Request-Id", "01FAKE\(String(number, radix: 36, uppercase: true))"),
                    ("Cache-Control", "max-age=0, private, must-revalidate"), ("Vary", "Origin"),
                ]
            let response = ServerResponse(status: answer.status, headers: headers, body: answer.body)
            return (disturbed(response), RequestLog.Entry(request, answer))
        }
    }

    private func disturbed(_ response: ServerResponse) -> ServerResponse {
        faults.reduce(response) { $1.disturbing($0) }
    }
}
