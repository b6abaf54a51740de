public import GitLabVocabulary
import MetricsCore
import MetricsStorage

extension Connection {
    /// Stops the schedule until `resume()`. A run under way ends by itself.
    public func pause() async throws(ConnectionError) { try await setPaused(true) }

    /// What was missed meanwhile is read at once.
    public func resume() async throws(ConnectionError) { try await setPaused(false) }

    /// Stops or resumes the schedule of one project.
    public func setPaused(_ isPaused: Bool, _ project: ProjectID) async throws(ConnectionError) {
        let now = now
        try await change(project) { status in
            if isPaused, status.state != .excluded { status.state = .paused }
            if !isPaused, status.state == .paused {
                status.state = status.lastError == nil ? .connected : .degraded
                status.nextSync = now
            }
        }
    }

    private func setPaused(_ isPaused: Bool) async throws(ConnectionError) {
        try await change { $0.isPaused = isPaused }
    }
}
