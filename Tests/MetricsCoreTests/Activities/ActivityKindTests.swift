import MetricsCore
import Testing

/// Which activities each kind of record tells.
@Suite struct ActivityKindTests {
    @Test("A merge request tells its opening and merging, its notes who reviewed it and how")
    func mergeRequest() {
        var history = History()
        history.mergeRequest(4, created: 10, merged: 900, author: History.ada)
        history.merger(of: 4, History.grace)
        history.note(on: 4, at: 20, by: History.ada, .markedDraft)
        history.note(on: 4, at: 30, by: History.ada, .markedReady)
        history.note(on: 4, at: 40, by: History.ada, .reviewRequested)
        history.note(on: 4, at: 50, by: History.linus)
        history.note(on: 4, at: 60, by: History.linus, .requestedChanges)
        history.note(on: 4, at: 200, by: History.linus, .approved)
        history.note(on: 4, at: 300, by: History.linus, .unapproved)
        history.note(on: 4, at: 400, by: nil, .approvalsReset)
        history.note(on: 4, at: 500, by: History.ada, .commitsAdded)
        history.note(on: 4, at: 600, by: History.ada, .other)
        #expect(
            history.activities().map(\.line) == [
                "900 grace merged !4", "300 linus unapproved !4", "200 linus approved !4",
                "60 linus changes_requested !4", "50 linus merge_request_commented !4",
                "40 ada review_requested !4", "30 ada marked_ready !4", "20 ada marked_draft !4",
                "10 ada merge_request_opened !4",
            ])
        #expect(history.activities().allSatisfy { $0.subject.title == "Change 4" })
    }

    @Test("An issue tells its making and latest closing, its notes the comments, its state events the rest")
    func issue() {
        var history = History()
        history.issue(7, opened: 10, closed: 5000, author: History.grace)
        history.edit(issue: 7) { $0.closedBy = Register(History.linus, stamp: History.laterStamp) }
        history.issueNote(70, on: 7, at: 20, by: History.ada)
        history.stateEvent(1, on: history.issue(7), at: 1000, "closed", by: History.grace)
        history.stateEvent(2, on: history.issue(7), at: 2000, "reopened", by: History.ada)
        history.timeLog(3, on: 7, at: 3000, spent: -600, by: History.ada)
        #expect(
            history.activities().map(\.line) == [
                "5000 linus issue_closed #7", "3000 ada time_logged #7", "2000 ada issue_reopened #7",
                "1000 grace issue_closed #7", "20 ada issue_commented #7", "10 grace issue_created #7",
            ])
        #expect(history.activities().compactMap(\.seconds) == [-600])
    }

    @Test("A confidential issue does not give its title away")
    func confidentialIssue() {
        var history = History()
        history.issue(7, opened: 10)
        history.issueNote(70, on: 7, at: 20, by: History.ada)
        #expect(history.activities().map(\.subject.title) == ["Incident 7", "Incident 7"])
        history.edit(issue: 7) { $0.isConfidential = Register(true, stamp: History.laterStamp) }
        #expect(history.activities().map(\.subject.title) == [nil, nil])
        #expect(history.activities().map(\.subject.name) == ["#7", "#7"])
    }

    @Test("GitLab's events tell pushes, and the making and deleting of branches and tags")
    func pushes() {
        var history = History()
        for (id, (action, refType)) in [
            ("created", "branch"), ("pushed", "branch"), ("removed", "branch"), ("created", "tag"),
            ("removed", "tag"), ("pushed", "tag"), ("teleported", "branch"),
        ].enumerated() {
            history.push(
                Int64(id + 1), at: id + 1, by: History.ada,
                .init(
                    action: action, refType: refType, ref: "r\(id)", commitCount: id, fromSHA: nil, toSHA: nil
                ))
        }
        history.insert(
            ActivityEventRecord(
                id: ActivityEventKey(history.project.instance, 90), project: history.project,
                createdAt: history.at(90),
                facts: Register(.init(author: History.ada, action: "opened"), stamp: History.laterStamp)))
        #expect(
            history.activities().map(\.line) == [
                "6 ada commits_pushed r5", "5 ada tag_deleted r4", "4 ada tag_created r3",
                "3 ada branch_deleted r2", "2 ada commits_pushed r1", "1 ada branch_created r0",
            ])
        #expect(history.activities().map(\.commitCount) == [5, nil, 3, nil, 1, 0])
    }

    @Test("A push of many branches at once names none of them")
    func pushOfManyBranches() {
        var history = History()
        history.name("acme/app")
        history.push(
            1, at: 1, by: History.ada,
            .init(
                action: "created", refType: "branch", ref: nil, commitCount: 0, fromSHA: nil, toSHA: nil))
        let activity = history.activities().first
        #expect(activity?.subject == .init(.project(history.project)))
        #expect(activity?.link == nil)
    }

    @Test("Commits count when they were committed, releases when they were released")
    func commitsAndReleases() {
        var history = History()
        history.commit("0123456789abcdef", committed: 10, by: "ada@example.com", title: "Fix the lamp")
        history.commit("merge", committed: 20, parents: ["one", "two"], by: "ada@example.com")
        history.release("v1.0", at: 30)
        #expect(
            history.activities().map(\.line) == [
                "30 nobody released v1.0", "10 ada@example.com committed 01234567",
            ])
        #expect(history.activities().map(\.subject.title) == [nil, "Fix the lamp"])
    }

    @Test("A pipeline runs from its creation, with its present status; a child is part of its parent")
    func pipelines() {
        var history = History()
        history.pipeline(1, "running", created: 10)
        history.edit(pipeline: 1) { $0.user = Register(History.ada, stamp: History.laterStamp) }
        history.pipeline(2, "failed", created: 20, finished: 90, source: "parent_pipeline")
        #expect(history.activities().map(\.line) == ["10 ada pipeline_run #1"])
        #expect(history.activities().map(\.status) == ["running"])
    }

    @Test("A deployment counts by its finish, once it came to something")
    func deployments() {
        var history = History()
        history.environment(1, "production")
        for (id, status) in DeploymentRecord.Status.allCases.enumerated() {
            history.deployment(Int64(id + 1), finished: id * 10, status: status)
            history.edit(deployment: Int64(id + 1)) {
                $0.triggeredBy = Register(History.ada, stamp: History.laterStamp)
            }
        }
        #expect(history.activities().compactMap(\.status) == ["canceled", "failed", "success"])
        #expect(
            history.activities().map(\.line) == [
                "40 ada deployed production", "30 ada deployed production", "20 ada deployed production",
            ])
        #expect(
            history.activities().allSatisfy {
                $0.subject.reference == .environment(EnvironmentKey("alpha", 1))
            }
        )
    }
}
