import Foundation

/// One client's connection: reads requests one after the other, has each answered before it reads the next.
struct Connection: Sendable {
    let socket: Socket
    let configuration: LoopbackServer.Configuration
    let handler: LoopbackServer.Handler

    /// Serves until either side closes, then closes the socket.
    func serve() async {
        var parser = RequestParser(
            maximumHeaderBytes: configuration.maximumHeaderBytes,
            maximumBodyBytes: configuration.maximumBodyBytes)
        do {
            while let message = try await nextMessage(&parser) {
                let response = await handler(message.request)
                guard try await deliver(response, to: message) else { break }
            }
        } catch {
            // The client has gone or the server stops: nobody is left to be told.
        }
        socket.close()
    }

    /// The next request, or `nil` when the client has sent its last or one that cannot be read.
    private func nextMessage(_ parser: inout RequestParser) async throws -> RequestParser.Message? {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        do {
            while true {
                if let message = try parser.next() { return message }
                if parser.expectsContinue {
                    parser.didContinue()
                    try await socket.send(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
                }
                let count = try await socket.receive(into: &buffer)
                guard count > 0 else { return nil }
                parser.append(buffer[..<count])
            }
        } catch let failure as RequestFailure {
            try await refuse(failure)
            return nil
        }
    }

    private func refuse(_ failure: RequestFailure) async throws {
        let request = ServerRequest(method: "GET", target: "*")
        let response = ServerResponse(
            status: failure.status, headers: [("Content-Type", "text/plain")],
            body: Array("\(failure.reason)\n".utf8))
        let message = RequestParser.Message(request: request, keepsAlive: false, isHTTP10: false)
        let writer = ResponseWriter(response, to: message, now: configuration.now())
        try await socket.send(writer.head + response.body)
        try await linger()
    }

    /// Sends the answer the way it asks for.
    ///
    /// - Returns: whether the connection may serve another request.
    private func deliver(_ response: ServerResponse, to message: RequestParser.Message) async throws -> Bool {
        if response.latency > .zero { try await configuration.sleep(response.latency) }
        let writer = ResponseWriter(response, to: message, now: configuration.now())
        let body = writer.sendsBody ? response.body : []
        switch response.delivery {
        case .complete:
            try await socket.send(writer.head + body)
        case .chunked(let size):
            try await sendChunks(of: body, size: message.isHTTP10 ? nil : size, writer: writer)
        case .slow(let bytes, let pause):
            try await socket.send(writer.head)
            for piece in body.pieces(of: bytes) {
                try await socket.send(Array(piece))
                try await configuration.sleep(pause)
            }
        case .cut(let count):
            try await socket.send(writer.head + body.prefix(max(0, count)))
            return false
        case .raw(let bytes):
            try await socket.send(bytes)
            try await linger()
            return false
        case .closedBeforeReply:
            return false
        case .silent:
            try await waitForEnd(isPatient: true)
            return false
        }
        if !writer.keepsAlive { try await linger() }
        return writer.keepsAlive
    }

    private func sendChunks(of body: [UInt8], size: Int?, writer: ResponseWriter) async throws {
        guard writer.sendsBody, let size else { return try await socket.send(writer.head + body) }
        try await socket.send(writer.head)
        for piece in body.pieces(of: size) { try await socket.send(ResponseWriter.chunk(piece)) }
        try await socket.send(ResponseWriter.chunk([]))
    }

    /// Closes our direction and reads on until the client closes its own: closing with unread bytes would reset
    /// the connection, and the client might never see the answer (RFC 9112, section 9.6).
    private func linger() async throws {
        socket.finishSending()
        try await waitForEnd(isPatient: false)
    }

    private func waitForEnd(isPatient: Bool) async throws {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while try await socket.receive(into: &buffer, isPatient: isPatient) > 0 {}
    }
}

extension [UInt8] {
    /// The bytes in pieces of that many, at least one; the last may be shorter.
    func pieces(of size: Int) -> some Sequence<ArraySlice<UInt8>> {
        let step = Swift.max(1, size)
        return stride(from: 0, to: count, by: step).lazy.map { self[$0..<Swift.min($0 + step, count)] }
    }
}
