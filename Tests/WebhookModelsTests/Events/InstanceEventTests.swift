import Foundation
import GitLabVocabulary
import Testing
import WebhookModels

@Suite("Events of groups, users and the instance")
struct InstanceEventTests {
    @Test("a member's event names the member, who is not the actor")
    func members() throws {
        let sample = try SampleBody.named("member of a project").event()
        guard case .member(let member) = sample else { return }
        #expect(member.event == .updatedInProject && member.user.id == 5 && member.accessLevel == .maintainer)
        #expect(member.projectID == 3 && member.projectPath == "web/app" && member.group == nil)
        #expect(sample.actor == nil && sample.action?.rawValue == "user_update_for_team")
    }

    @Test("a membership of nobody is none")
    func nobody() {
        let body = #"{"event_name": "user_add_to_group", "group_id": 35, "group_access": "Guest"}"#
        let error = #expect(throws: WebhookError.self) { try event(body) }
        #expect(error?.code == .unreadableField && error?.detail == "user_id: missing")
    }

    @Test("a project that moved tells where it was")
    func project() throws {
        let body = SampleBody.named("project").text.replacing(
            #""event_name": "project_create""#,
            with: #""event_name": "project_transfer", "old_path_with_namespace": "old/app""#)
        guard case .project(let project) = try event(body) else { return }
        #expect(project.event == .transferred && project.oldPath == "old/app" && project.path == "web/app")
        #expect(project.visibility == .private && project.namespaceID == 35)
    }

    @Test("a renamed group tells where it was, a new one below whom it is")
    func groups() throws {
        guard case .group(let group) = try SampleBody.named("group").event(),
            case .subgroup(let subgroup) = try SampleBody.named("subgroup").event()
        else { return }
        #expect(group.event == .renamed && group.fullPath == "top/web" && group.oldFullPath == "top/old")
        #expect(subgroup.id == 36 && subgroup.parentID == 35 && subgroup.fullPath == "web/sub")
    }

    @Test("who asked for or decided a promotion is the actor")
    func promotions() throws {
        let asked = try SampleBody.named("member approval").event()
        #expect(asked.actor?.id == 99 && asked.subject == "user/42")
        guard case .memberApproval(let event) = asked else { return }
        #expect(event.promotion?.newAccessLevel == .developer && event.promotion?.oldAccessLevel == .guest)
    }

    @Test("a push as a whole tells each branch and tag")
    func repositoryUpdate() throws {
        guard case .repositoryUpdate(let update) = try SampleBody.named("repository_update").event() else {
            return
        }
        #expect(update.refs == ["refs/heads/main"] && update.changes.map(\.ref) == update.refs)
        #expect(update.user?.id == 5 && update.projectID == 3)
    }

    @Test("a token that ends names its group or project, and the day")
    func tokens() throws {
        let sample = try SampleBody.named("access_token").event()
        guard case .accessToken(let event) = sample else { return }
        #expect(sample.groupID == 35 && sample.projectID == nil && event.token.id == 25)
        #expect(event.token.expiresAt == instant("2026-01-26"))
    }
}
