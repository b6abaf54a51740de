import Foundation
import GitLabVocabulary
import WireFormat

extension AuditEntry: Codable {
    private static let version = 1

    private enum CodingKeys: String, CodingKey {
        case version = "v"
        case date
        case method
        case route
        case project
        case status
        case failure
        case duration = "ms"
        case attempt
        case bytesSent = "sent"
        case bytesReceived = "received"
        case requestID = "request_id"
        case credential
    }

    /// - Throws: `DecodingError`, also for a version of the form that is not known.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        guard try fields.decode(Int.self, forKey: .version) == Self.version else {
            throw DecodingError.dataCorruptedError(
                forKey: .version, in: fields, debugDescription: "an unknown version of the form")
        }
        guard let date = WireDate(try fields.decode(String.self, forKey: .date)) else {
            throw DecodingError.dataCorruptedError(
                forKey: .date, in: fields, debugDescription: "not an instant")
        }
        let milliseconds = try fields.decode(Int.self, forKey: .duration)
        let project = try fields.decodeIfPresent(Int.self, forKey: .project)
        let failure = try fields.decodeIfPresent(String.self, forKey: .failure)
        self.init(
            date: date.date, method: try fields.decode(String.self, forKey: .method),
            route: try fields.decode(String.self, forKey: .route),
            project: project.map { ProjectID(rawValue: $0) },
            status: try fields.decodeIfPresent(Int.self, forKey: .status),
            failure: failure.map { GitLabError.Code(rawValue: $0) },
            duration: .milliseconds(milliseconds), attempt: try fields.decode(Int.self, forKey: .attempt),
            bytesSent: try fields.decode(Int.self, forKey: .bytesSent),
            bytesReceived: try fields.decode(Int.self, forKey: .bytesReceived),
            requestID: try fields.decodeIfPresent(String.self, forKey: .requestID),
            credential: try fields.decodeIfPresent(String.self, forKey: .credential))
    }

    /// Dates are written in UTC with milliseconds, whatever the encoder does with dates.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(Self.version, forKey: .version)
        try fields.encode(WireDate(date).iso8601, forKey: .date)
        try fields.encode(method, forKey: .method)
        try fields.encode(route, forKey: .route)
        try fields.encodeIfPresent(project?.rawValue, forKey: .project)
        try fields.encodeIfPresent(status, forKey: .status)
        try fields.encodeIfPresent(failure?.rawValue, forKey: .failure)
        try fields.encode(duration.wholeMilliseconds, forKey: .duration)
        try fields.encode(attempt, forKey: .attempt)
        try fields.encode(bytesSent, forKey: .bytesSent)
        try fields.encode(bytesReceived, forKey: .bytesReceived)
        try fields.encodeIfPresent(requestID, forKey: .requestID)
        try fields.encodeIfPresent(credential, forKey: .credential)
    }
}
