import WireFormat

/// What an endpoint answers: a status, its own headers, a body.
struct Answer: Sendable {
    var status: Int
    var headers: [(name: String, value: String)] = []
    var body: [UInt8]
    var contentType = "application/json"
    /// The pattern of the endpoint that answered, for the request log.
    var route: String?
    /// The names of the GraphQL operations it answers, for the request log.
    var operation: String?
    /// What a hook is to send first; the answer proper follows from what comes of it.
    var errand: HookErrand?

    init(status: Int = 200, bytes: [UInt8]) {
        self.status = status
        body = bytes
    }

    init(status: Int = 200, _ value: JSONValue) { self.init(status: status, bytes: value.serialized()) }

    init(status: Int, text: String, contentType: String = "text/plain") {
        self.init(status: status, bytes: Array(text.utf8))
        self.contentType = contentType
    }

    init(_ errand: HookErrand) {
        self.init(status: 201, bytes: [])
        self.errand = errand
    }

    init(_ rejection: Rejection) {
        self.init(status: rejection.status, rejection.body)
        headers = rejection.headers
    }

    /// A JSON array of objects already serialized.
    init(list: [[UInt8]]) {
        var bytes: [UInt8] = [UInt8(ascii: "[")]
        bytes.reserveCapacity(list.reduce(2) { $0 + $1.count + 1 })
        for (index, element) in list.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += element
        }
        bytes.append(UInt8(ascii: "]"))
        self.init(bytes: bytes)
    }

    /// The same without fields the instance does not serve.
    func without(_ rules: [FieldRule]) -> Answer {
        guard !rules.isEmpty, status < 300, errand == nil, let value = try? JSONValue(parsing: body) else {
            return self
        }
        var result = self
        result.body = rules.reduce(value) { $1.removing(from: $0) }.serialized()
        return result
    }
}
