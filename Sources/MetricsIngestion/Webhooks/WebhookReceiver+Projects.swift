import GitLabVocabulary
import MetricsCore
import MetricsStorage
import WebhookModels

extension WebhookReceiver {
    /// The projects an event concerns.
    func projects(of event: WebhookEvent) async throws(StorageError) -> [ProjectKey] {
        event.projectID.map { [ProjectKey(instance, $0.rawValue)] } ?? []
    }
}
