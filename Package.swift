// swift-tools-version: 6.2
import PackageDescription

/// The libraries, floor by floor; imports point down (Documentation/Architecture.md).
let libraries: [(name: String, dependencies: [String])] = [
    // floor 0
    ("GitLabVocabulary", []),
    ("WireFormat", []),
    // floor 1
    ("GitLabAPI", ["GitLabVocabulary", "WireFormat"]),
    ("WebhookModels", ["GitLabVocabulary", "WireFormat"]),
    ("MetricsCore", []),
    // floor 2
    ("MetricsStorage", ["MetricsCore"]),
    ("StorageConformance", ["MetricsCore", "MetricsStorage"]),
    // floor 3
    (
        "MetricsIngestion",
        ["GitLabAPI", "GitLabVocabulary", "MetricsCore", "MetricsStorage", "WebhookModels", "WireFormat"]
    ),
    ("MetricsReporting", ["MetricsCore", "MetricsStorage", "WireFormat"]),
    // floor 4
    (
        "GitLabConnection",
        [
            "GitLabAPI", "GitLabVocabulary", "MetricsCore", "MetricsIngestion", "MetricsStorage",
            "WebhookModels", "WireFormat",
        ]
    ),
    // beside
    ("LoopbackServer", []),
    ("FakeGitLab", ["GitLabAPI", "LoopbackServer", "WireFormat"]),
]

/// Modules that `import GitLabMetrics` users run in production.
let runtime = [
    "GitLabVocabulary", "GitLabAPI", "WebhookModels", "MetricsCore", "MetricsStorage", "MetricsIngestion",
    "MetricsReporting", "GitLabConnection",
]

let examples: [(name: String, dependencies: [String])] = [
    (
        "metrics-report",
        [
            "Console", "FakeGitLab", "GitLabAPI", "GitLabVocabulary", "MetricsCore", "MetricsIngestion",
            "MetricsReporting", "MetricsStorage",
        ]
    ),
    (
        "connection-check", ["Console", "FakeGitLab", "GitLabAPI", "GitLabConnection", "GitLabVocabulary"]
    ),
    ("fake-gitlab", ["Console", "FakeGitLab", "GitLabAPI", "LoopbackServer"]),
    (
        "webhook-receiver",
        [
            "Console", "FakeGitLab", "GitLabAPI", "GitLabVocabulary", "LoopbackServer", "MetricsCore",
            "MetricsIngestion", "MetricsReporting", "MetricsStorage", "WebhookModels",
        ]
    ),
]

let tests: [(name: String, dependencies: [String])] = [
    ("MetricsCoreTests", ["MetricsCore", "StorageConformance"]),
    ("MetricsStorageTests", ["MetricsCore", "MetricsStorage", "StorageConformance"]),
    ("StorageConformanceTests", ["MetricsCore", "MetricsStorage", "StorageConformance"]),
    ("WireFormatTests", ["WireFormat"]),
    ("LoopbackServerTests", ["LoopbackServer"]),
    ("GitLabVocabularyTests", ["GitLabVocabulary"]),
    ("WebhookModelsTests", ["GitLabVocabulary", "WebhookModels", "WireFormat"]),
    ("GitLabAPITests", ["FakeGitLab", "GitLabAPI", "GitLabVocabulary", "LoopbackServer", "WireFormat"]),
    (
        "MetricsIngestionTests",
        [
            "FakeGitLab", "GitLabAPI", "GitLabVocabulary", "LoopbackServer", "MetricsCore",
            "MetricsIngestion",
            "MetricsStorage", "StorageConformance", "WebhookModels", "WireFormat",
        ]
    ),
    (
        "GitLabConnectionTests",
        [
            "FakeGitLab", "GitLabAPI", "GitLabConnection", "GitLabVocabulary", "LoopbackServer",
            "MetricsCore", "MetricsIngestion", "MetricsStorage", "WebhookModels", "WireFormat",
        ]
    ),
    ("FakeGitLabTests", ["FakeGitLab", "GitLabAPI", "LoopbackServer", "WireFormat"]),
    (
        "EndToEndTests",
        [
            "FakeGitLab", "GitLabAPI", "GitLabConnection", "GitLabVocabulary", "LoopbackServer",
            "MetricsCore", "MetricsIngestion", "MetricsReporting", "MetricsStorage", "WebhookModels",
            "WireFormat",
        ]
    ),
    ("ArchitectureTests", []),
    (
        "ExamplesTests",
        [
            "FakeGitLab", "LoopbackServer", "connection-check", "fake-gitlab", "metrics-report",
            "webhook-receiver",
        ]
    ),
    ("MetricsReportingTests", ["MetricsCore", "MetricsReporting", "MetricsStorage", "StorageConformance"]),
]

let settings: [SwiftSetting] =
    [
        "ExistentialAny", "MemberImportVisibility", "InternalImportsByDefault",
        "NonisolatedNonsendingByDefault",
    ].map { .enableUpcomingFeature($0) }
    + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

func dependencies(_ names: [String]) -> [Target.Dependency] { names.map { .byName(name: $0) } }

let package = Package(
    name: "GitLabMetrics",
    platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
    products: [.library(name: "GitLabMetrics", targets: runtime)]
        + libraries.filter { $0.name != "WireFormat" }.map { .library(name: $0.name, targets: [$0.name]) }
        + examples.map { .executable(name: $0.name, targets: [$0.name]) },
    targets: libraries.map {
        .target(
            name: $0.name, dependencies: dependencies($0.dependencies),
            resources: $0.name == "FakeGitLab" ? [.copy("Fixtures")] : [], swiftSettings: settings)
    }
        + examples.map {
            .executableTarget(
                name: $0.name, dependencies: dependencies($0.dependencies), path: "Examples/\($0.name)",
                swiftSettings: settings)
        }
        + [
            // What the examples share at a terminal.
            .target(
                name: "Console",
                dependencies: dependencies([
                    "GitLabAPI", "GitLabVocabulary", "MetricsCore", "MetricsIngestion",
                ]),
                path: "Examples/Console", swiftSettings: settings),
            .executableTarget(
                name: "Benchmarks",
                dependencies: dependencies(runtime + ["FakeGitLab", "LoopbackServer", "WireFormat"]),
                path: "Tests/Benchmarks", exclude: ["Field"], swiftSettings: settings),
        ]
        + tests.map {
            .testTarget(
                name: $0.name, dependencies: dependencies($0.dependencies),
                exclude: $0.name == "MetricsCoreTests" ? ["Fixtures"] : [], swiftSettings: settings)
        },
    swiftLanguageModes: [.v6]
)
