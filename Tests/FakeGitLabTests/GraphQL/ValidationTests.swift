import FakeGitLab
import Testing
import WireFormat

@Suite("GraphQL validation")
struct ValidationTests {
    static let table: [(query: String, message: String)] = [
        ("{ projekt { id } }", "Field 'projekt' doesn't exist on type 'Query'"),
        (
            #"{ project(fullPath: "a") { nothing } }"#, "Field 'nothing' doesn't exist on type 'Project'"
        ),
        (
            #"{ project(fullPath: "a") }"#,
            "Field must have selections (field 'project' returns Project but has no selections. Did you mean 'project { ... }'?)"
        ),
        (
            #"{ project(fullPath: "a") { name { first } } }"#,
            #"Selections can't be made on scalars (field 'name' returns String but has selections ["first"])"#
        ),
        ("{ project { id } }", "Field 'project' is missing required arguments: fullPath"),
        (
            #"{ project(fullPath: "a", id: 3) { id } }"#, "Field 'project' doesn't accept argument 'id'"
        ),
        (
            #"{ project(fullPath: "a", fullPath: "b") { id } }"#,
            #"There can be only one argument named "fullPath""#
        ),
        (
            #"{ project(fullPath: "a") { mergeRequests(first: "x") { count } } }"#,
            #"Argument 'first' on Field 'mergeRequests' has an invalid value ("x"). Expected type 'Int'."#
        ),
        (
            #"{ project(fullPath: "a") { mergeRequests(state: OPENED) { count } } }"#,
            "Argument 'state' on Field 'mergeRequests' has an invalid value (OPENED). Expected type 'MergeRequestState'."
        ),
        (
            "{ project(fullPath: null) { id } }",
            "Argument 'fullPath' on Field 'project' has an invalid value (null). Expected type 'ID!'."
        ),
        (
            #"{ project(fullPath: "a") { mergeRequests(not: {label: "x"}) { count } } }"#,
            "InputObject 'MergeRequestsResolverNegatedParams' doesn't accept argument 'label'"
        ),
        (#"{ mergeRequest(id: "84") { id } }"#, #""84" is not a valid Global ID"#),
        (
            #"{ mergeRequest(id: "gid://gitlab/Issue/84") { id } }"#,
            #""gid://gitlab/Issue/84" does not represent an instance of MergeRequest"#
        ),
        (
            "query Q($id: ID!) { mergeRequest(id: $id) { id } }",
            "Type mismatch on variable $id and argument id (ID! / MergeRequestID!)"
        ),
        (
            "query Q($p: ID) { project(fullPath: $p) { id } }",
            "Nullability mismatch on variable $p and argument fullPath (ID / ID!)"
        ),
        (
            "query Q($p: [ID!]!) { project(fullPath: $p) { id } }",
            "List dimension mismatch on variable $p and argument fullPath ([ID!]! / ID!)"
        ),
        (
            "query Q($p: [String]!) { project(fullPath: \"a\") { mergeRequests(iids: $p) { count } } }",
            "Nullability mismatch on variable $p and argument iids ([String]! / [String!])"
        ),
        ("query Q($x: Int) { metadata { version } }", "Variable $x is declared by Q but not used"),
        ("{ project(fullPath: $p) { id } }", "Variable $p is used by anonymous query but not declared"),
        (
            "query Q($p: ID!) { ...F } fragment F on Query { project(fullPath: $q) { id } echo(text: $p) }",
            "Type mismatch on variable $p and argument text (ID! / String!)"
        ),
        ("query Q($p: Projekt) { echo(text: $p) }", "Projekt isn't a defined input type (on $p)"),
        ("query Q($p: Project) { echo(text: $p) }", "Project isn't a valid input type (on $p)"),
        ("{ ...F }", "Fragment F was used, but not defined"),
        (
            "{ metadata { version } } fragment F on Query { __typename }",
            "Fragment F was defined, but not used"
        ),
        ("{ ... on Nowhere { id } }", "No such type Nowhere, so it can't be a fragment condition"),
        (
            "{ ... on Time { id } }",
            "Invalid fragment on type Time (must be Union, Interface or Object)"
        ),
        ("{ ... on Project { id } }", "Fragment on Project can't be spread inside Query"),
        ("{ ...F } fragment F on Project { id }", "Fragment F on Project can't be spread inside Query"),
        (
            "{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }",
            "Fragment F contains an infinite loop"
        ),
        (
            #"{ a: echo(text: "x") a: metadata { version } }"#,
            "Field 'a' has a field conflict: echo or metadata?"
        ),
        (
            #"{ echo(text: "x") echo(text: "y") }"#,
            #"Field 'echo' has an argument conflict: {text:""x""} or {text:""y""}?"#
        ),
        ("{ metadata @live { version } }", "Directive @live is not defined"),
        ("{ metadata @skip { version } }", "Directive 'skip' is missing required arguments: if"),
        ("mutation { createNote { id } }", "Schema is not configured for mutations"),
        (
            "query A { metadata { version } } query A { metadata { version } }",
            #"Operation name "A" must be unique"#
        ),
    ]

    @Test("what the schema does not allow is refused in GitLab's words", arguments: table.indices)
    func refusals(index: Int) throws {
        let row = Self.table[index]
        let reply = try Inquirer.small().post(["query": .string(row.query), "operationName": nil])
        #expect(reply.status == 200)
        let answer = try reply.json()
        let messages = answer["errors"]?.arrayValue?.compactMap { $0["message"]?.stringValue } ?? []
        #expect(messages.contains(row.message), "\(messages)")
        #expect(answer["data"] == nil)
    }

    @Test("an error tells where, and what kind it is")
    func shape() throws {
        let query = "query Q {\n  project(fullPath: \"a\") {\n    id\n    nothing\n  }\n}"
        let error = try Inquirer.small().ask(query)["errors"]?[0]
        #expect(
            error == [
                "message": "Field 'nothing' doesn't exist on type 'Project'",
                "locations": [["line": 4, "column": 5]], "path": ["query Q", "project", "nothing"],
                "extensions": ["code": "undefinedField", "typeName": "Project", "fieldName": "nothing"],
            ])
    }

    @Test("no more than five errors are listed")
    func limit() throws {
        #expect(try Inquirer.small().errors("{ a b c d e f g h }").count == 5)
    }

    @Test("a valid query passes, fragments and variables included")
    func valid() throws {
        let query = """
            query Q($p: ID!, $n: Int = 2, $labels: [String!], $with: Boolean!) {
              project(fullPath: $p) {
                ...Both
                mergeRequests(first: $n, labelName: $labels, iids: "1") {
                  nodes { iid ... on MergeRequest { title } author { ...Who } reviewers { nodes { ...Who } } }
                }
                projectMembers { nodes { __typename user { ...Who } ... on ProjectMember { project { id } } } }
              }
              echo(text: "x") @include(if: $with)
            }
            fragment Both on Project { id name }
            fragment Who on User { username }
            """
        let answer = try Inquirer.small().ask(query, ["p": "acme/billing", "with": false])
        #expect(answer["errors"] == nil)
        #expect(answer["data"]?["echo"] == nil)
    }
}
