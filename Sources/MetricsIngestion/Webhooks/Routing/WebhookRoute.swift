public import WebhookModels

/// A path at which deliveries arrive, and which kinds of event it takes.
public struct WebhookRoute: Hashable, Sendable {
    /// Compared as it is sent, percent-encoding and case included; a slash at its end makes no difference.
    public var path: String
    /// `nil` for all. Others are answered with success and not kept.
    public var kinds: Set<WebhookKind>?

    public init(_ path: String, kinds: Set<WebhookKind>? = nil) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        self.kinds = kinds
    }
}

extension WebhookRoute {
    /// `/v1/gitlab/webhook/repository`: what becomes of projects, groups and repositories.
    public static let panDevRepository = Self(
        "/v1/gitlab/webhook/repository", kinds: [.project, .group, .subgroup, .repositoryUpdate])
    /// `/v1/gitlab/webhook/merge-request`: merge requests and comments.
    public static let panDevMergeRequest = Self(
        "/v1/gitlab/webhook/merge-request", kinds: [.mergeRequest, .note])
    /// `/v1/gitlab/webhook/push`: pushes of branches and tags.
    public static let panDevPush = Self("/v1/gitlab/webhook/push", kinds: [.push, .tagPush])
    /// `/v2/gitlab/webhook`: everything.
    public static let panDevAll = Self("/v2/gitlab/webhook")
    /// The four of PanDev.
    public static let panDev = [panDevRepository, panDevMergeRequest, panDevPush, panDevAll]
    /// `/api/v1/webhooks/gitlab`: everything.
    public static let gitPulse = Self("/api/v1/webhooks/gitlab")
    /// `/webhooks/gitlab`: everything.
    public static let dx = Self("/webhooks/gitlab")
}
