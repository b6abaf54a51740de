import GitLabAPI
import GitLabVocabulary

extension SurfaceCall {
    static let reviews: [SurfaceCall] = [
        SurfaceCall("mergeRequests(scope:)") { _ in .mergeRequests(scope: .all) },
        SurfaceCall("versions(ofMergeRequest:in:)") {
            .versions(ofMergeRequest: try $0.mergeRequest, in: .id(try $0.project))
        },
        SurfaceCall("reviewers(ofMergeRequest:in:)") {
            .reviewers(ofMergeRequest: try $0.thread.mergeRequest, in: .id(try $0.project))
        },
        SurfaceCall("participants(ofMergeRequest:in:)") {
            .participants(ofMergeRequest: try $0.mergeRequest, in: .id(try $0.project))
        },
        SurfaceCall("issuesClosed(byMergeRequest:in:)") {
            .issuesClosed(byMergeRequest: try $0.fixingMergeRequest, in: .id(try $0.project))
        },
        SurfaceCall("relatedIssues(ofMergeRequest:in:)") {
            .relatedIssues(ofMergeRequest: try $0.fixingMergeRequest, in: .id(try $0.project))
        },
        SurfaceCall("timeStats(ofMergeRequest:in:)") {
            .timeStats(ofMergeRequest: try $0.mergeRequest, in: .id(try $0.project))
        },
        SurfaceCall("approvalState(ofMergeRequest:in:)") {
            .approvalState(ofMergeRequest: try $0.mergeRequest, in: .id(try $0.project))
        },
        SurfaceCall("discussions(ofMergeRequest:in:)") {
            .discussions(ofMergeRequest: try $0.thread.mergeRequest, in: .id(try $0.project))
        },
        SurfaceCall("discussion(_:ofMergeRequest:in:)") {
            let thread = try $0.thread
            return .discussion(
                thread.discussion, ofMergeRequest: thread.mergeRequest, in: .id(try $0.project))
        },
        SurfaceCall("resolveDiscussion(_:ofMergeRequest:in:)") {
            let thread = try $0.thread
            return .resolveDiscussion(
                thread.discussion, ofMergeRequest: thread.mergeRequest, in: .id(try $0.project))
        },
        SurfaceCall("reply(_:to:ofMergeRequest:in:)") {
            let thread = try $0.thread
            return .reply(
                "Indeed", to: thread.discussion, ofMergeRequest: thread.mergeRequest,
                in: .id(try $0.project))
        },
    ]

    static let notes: [SurfaceCall] = [
        SurfaceCall("note(_:ofMergeRequest:in:)") {
            let thread = try $0.thread
            return .note(thread.note, ofMergeRequest: thread.mergeRequest, in: .id(try $0.project))
        },
        SurfaceCall("createNote(_:onMergeRequest:in:)") {
            .createNote("Hello", onMergeRequest: try $0.mergeRequest, in: .id(try $0.project))
        },
        SurfaceCall("updateNote(_:ofMergeRequest:in:text:)") {
            let thread = try $0.thread
            return .updateNote(
                thread.note, ofMergeRequest: thread.mergeRequest, in: .id(try $0.project), text: "Hello")
        },
        SurfaceCall("deleteNote(_:ofMergeRequest:in:)") {
            let thread = try $0.thread
            return .deleteNote(thread.note, ofMergeRequest: thread.mergeRequest, in: .id(try $0.project))
        },
        SurfaceCall("discussions(ofIssue:in:)") {
            .discussions(ofIssue: try $0.issueComment.issue, in: .id(try $0.project))
        },
        SurfaceCall("discussion(_:ofIssue:in:)") {
            .discussion(
                try $0.issueDiscussion, ofIssue: try $0.issueComment.issue, in: .id(try $0.project))
        },
        SurfaceCall("note(_:ofIssue:in:)") {
            let comment = try $0.issueComment
            return .note(comment.note, ofIssue: comment.issue, in: .id(try $0.project))
        },
        SurfaceCall("createNote(_:onIssue:in:)") {
            .createNote("Hello", onIssue: try $0.issue, in: .id(try $0.project))
        },
        SurfaceCall("updateNote(_:ofIssue:in:text:)") {
            let comment = try $0.issueComment
            return .updateNote(comment.note, ofIssue: comment.issue, in: .id(try $0.project), text: "Hello")
        },
        SurfaceCall("deleteNote(_:ofIssue:in:)") {
            let comment = try $0.issueComment
            return .deleteNote(comment.note, ofIssue: comment.issue, in: .id(try $0.project))
        },
    ]
}
