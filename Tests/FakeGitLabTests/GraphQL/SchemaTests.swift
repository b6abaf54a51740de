import Foundation
import Testing

@testable import FakeGitLab

/// The served schema against GitLab's published ones, field by field.
@Suite("GraphQL schema")
struct SchemaTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared/gitlab/schema").standardizedFileURL

    static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    static func published(_ name: String) throws -> [String: GraphQL.Declaration] {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        let declarations = try GraphQL.Parser.declarations(text)
        return Dictionary(declarations.map { ($0.name, $0) }) { first, _ in first }
    }

    /// What the published subset of 19 leaves out although GitLab has it.
    static let unlisted: Set = ["Repository.tree", "Tree"]

    @Test(
        "what a release serves, GitLab serves too, with the same types",
        .enabled(if: isThere, "../shared is not there"),
        arguments: [("gitlab-15.graphql", "15.11.13-ee"), ("gitlab-19-subset.graphql", "19.5.0-ee")])
    func agreement(file: String, version: String) throws {
        let published = try Self.published(file)
        let served = GraphQL.Schema.published(by: GitLabVersion(version))
        #expect(served.types.count > 60)
        for type in served.types.values
        where !["Int", "Float", "String", "Boolean", "ID"].contains(type.name)
            && !type.name.hasPrefix("__")
        {
            guard let model = published[type.name] else {
                #expect(Self.unlisted.contains(type.name), "\(type.name) is no type of \(file)")
                continue
            }
            for field in type.fields where !field.name.hasPrefix("__") {
                let name = "\(type.name).\(field.name)"
                if Self.unlisted.contains(name) || Self.unlisted.contains(type.name) { continue }
                guard let real = model.fields.first(where: { $0.name == field.name }) else {
                    Testing.Issue.record("\(name) is no field of \(file)")
                    continue
                }
                #expect(field.type == real.type, "\(name)")
                for argument in field.arguments {
                    let known = real.arguments.first { $0.name == argument.name }
                    #expect(known != nil, "\(name)(\(argument.name):)")
                    if let known { #expect(argument.type == known.type, "\(name)(\(argument.name):)") }
                }
            }
            for value in type.values {
                #expect(model.values.contains { $0.name == value }, "\(type.name).\(value)")
            }
            for input in type.inputs where published[type.name] != nil {
                let known = model.fields.first { $0.name == input.name }
                #expect(known?.type == input.type, "\(type.name).\(input.name)")
            }
        }
    }

    @Test(
        "what GitLab 15 has of the fields served for 19, the fake serves at 15 too",
        .enabled(if: isThere, "../shared is not there"))
    func nothingLost() throws {
        let published = try Self.published("gitlab-15.graphql")
        let old = GraphQL.Schema.published(by: .v15)
        for type in GraphQL.Schema.published(by: .v19).types.values {
            guard let model = published[type.name] else { continue }
            for field in type.fields {
                guard let real = model.fields.first(where: { $0.name == field.name }) else { continue }
                let served = old[type.name]?.field(field.name)
                #expect(served != nil, "\(type.name).\(field.name) is in 15 already")
                for argument in field.arguments
                where real.arguments.contains(where: { $0.name == argument.name }) {
                    #expect(
                        served?.argument(argument.name) != nil,
                        "\(type.name).\(field.name)(\(argument.name):)")
                }
            }
        }
    }

    @Test(
        "deployments, committed dates and pipeline sources came after 15; the Community Edition has no approvals left"
    )
    func releases() {
        let old = GraphQL.Schema.published(by: .v15)
        #expect(old["Deployment"] == nil)
        #expect(old["Environment"]?.field("deployments") == nil)
        #expect(old["Commit"]?.field("committedDate") == nil)
        #expect(old["Pipeline"]?.field("source") == nil)
        #expect(old["MergeRequest"]?.field("closedAt") == nil)
        #expect(old["Query"]?.field("currentUser")?.type.name == "UserCore")
        let new = GraphQL.Schema.published(by: .v19)
        #expect(new["Environment"]?.field("deployments")?.argument("orderBy") != nil)
        #expect(new["UserMergeRequestInteraction"]?.field("updatedAt") != nil)
        #expect(GraphQL.Schema.published(by: "19.0.0")["MergeRequest"]?.field("approvalsLeft") == nil)
    }

    @Test(
        "every type that a field leads to exists, at every release",
        arguments: ["15.0.0", "16.0.0-ee", "17.4.1-ee", "18.11.1-ee", "19.5.0-ee"])
    func closed(version: String) {
        let schema = GraphQL.Schema.published(by: GitLabVersion(version))
        for type in schema.types.values {
            for field in type.fields {
                #expect(schema[field.type.name] != nil, "\(type.name).\(field.name): \(field.type)")
                for argument in field.arguments {
                    #expect(
                        schema[argument.type.name]?.isInput == true,
                        "\(type.name).\(field.name)(\(argument.name):)")
                }
            }
        }
    }

    @Test("no field leads to code, paths of files, logs or variables")
    func noCode() {
        let forbidden: Set = [
            "diffs", "diffStats", "blobs", "trace", "artifacts", "ciVariables", "conflictFiles", "position",
            "manualVariables", "paginatedTree",
        ]
        for type in GraphQL.Schema.published(by: "19.5.0-ee").types.values {
            for field in type.fields {
                #expect(!forbidden.contains(field.name), "\(type.name).\(field.name)")
            }
        }
    }
}
