import Foundation
import GitLabVocabulary
import Testing

@Suite("Open sets of words")
struct OpenEnumTests {
    static let types: [any OpenEnum.Type] = [
        DeploymentStatus.self, DetailedMergeStatus.self, EnvironmentState.self, EnvironmentTier.self,
        EventAction.self, EventTarget.self, FeatureAccess.self, IssueSeverity.self, IssueState.self,
        IssueType.self, MergeMethod.self, MergeRequestState.self, NoteType.self, NoteableType.self,
        PipelineSource.self, PipelineStatus.self, ResourceState.self, SquashOption.self, TokenScope.self,
        UserState.self, Visibility.self,
    ]

    @Test("a word of a later release survives decoding and encoding", arguments: types)
    func unknownWords(type: any OpenEnum.Type) throws {
        func roundTrip<Word: OpenEnum>(_: Word.Type) throws {
            let body = Data(#"["of_a_later_release"]"#.utf8)
            let words = try JSONDecoder().decode([Word].self, from: body)
            #expect(words == ["of_a_later_release"])
            #expect(try JSONEncoder().encode(words) == body)
            #expect("\(words[0])" == "of_a_later_release")
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode([Word].self, from: Data("[1]".utf8))
            }
        }
        try roundTrip(type)
    }

    @Test("known words are equal to what GitLab sends")
    func knownWords() throws {
        #expect(
            try JSONDecoder().decode([PipelineStatus].self, from: Data(#"["success"]"#.utf8)) == [.success])
        #expect(PipelineSource(rawValue: "merge_request_event") == .mergeRequestEvent)
        #expect(MergeRequestState.merged != .closed)
    }

    @Test("roles compare by rank, unknown ones too")
    func accessLevels() throws {
        #expect(
            AccessLevel.guest < .reporter && AccessLevel.reporter < .developer
                && AccessLevel.maintainer < .owner)
        let levels = try JSONDecoder().decode([AccessLevel].self, from: Data("[30,35]".utf8))
        #expect(levels == [.developer, 35] && levels[1] > .developer && levels[1] < .maintainer)
    }
}
