package import GitLabVocabulary
package import MetricsCore

extension ProjectKey {
    /// What GitLab calls the project.
    package var projectID: ProjectID { ProjectID(rawValue: Int(id)) }
}
