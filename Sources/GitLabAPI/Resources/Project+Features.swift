public import GitLabVocabulary

extension Project {
    /// Who may use the parts of a project, beside those metrics rest on.
    ///
    /// <https://docs.gitlab.com/api/projects/>
    public struct Features: Decodable, Hashable, Sendable {
        public let wiki: FeatureAccess?
        public let snippets: FeatureAccess?
        public let pages: FeatureAccess?
        public let forking: FeatureAccess?
        public let analytics: FeatureAccess?
        public let containerRegistry: FeatureAccess?
        public let packageRegistry: FeatureAccess?
        public let modelRegistry: FeatureAccess?
        public let modelExperiments: FeatureAccess?
        public let securityAndCompliance: FeatureAccess?
        public let featureFlags: FeatureAccess?
        public let infrastructure: FeatureAccess?
        public let monitor: FeatureAccess?
        public let requirements: FeatureAccess?

        private enum CodingKeys: String, CodingKey {
            case wiki = "wiki_access_level"
            case snippets = "snippets_access_level"
            case pages = "pages_access_level"
            case forking = "forking_access_level"
            case analytics = "analytics_access_level"
            case containerRegistry = "container_registry_access_level"
            case packageRegistry = "package_registry_access_level"
            case modelRegistry = "model_registry_access_level"
            case modelExperiments = "model_experiments_access_level"
            case securityAndCompliance = "security_and_compliance_access_level"
            case featureFlags = "feature_flags_access_level"
            case infrastructure = "infrastructure_access_level"
            case monitor = "monitor_access_level"
            case requirements = "requirements_access_level"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            wiki = fields.lenient(.wiki)
            snippets = fields.lenient(.snippets)
            pages = fields.lenient(.pages)
            forking = fields.lenient(.forking)
            analytics = fields.lenient(.analytics)
            containerRegistry = fields.lenient(.containerRegistry)
            packageRegistry = fields.lenient(.packageRegistry)
            modelRegistry = fields.lenient(.modelRegistry)
            modelExperiments = fields.lenient(.modelExperiments)
            securityAndCompliance = fields.lenient(.securityAndCompliance)
            featureFlags = fields.lenient(.featureFlags)
            infrastructure = fields.lenient(.infrastructure)
            monitor = fields.lenient(.monitor)
            requirements = fields.lenient(.requirements)
        }
    }
}
