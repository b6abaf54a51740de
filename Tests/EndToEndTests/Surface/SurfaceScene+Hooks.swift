import FakeGitLab
import GitLabAPI
import GitLabVocabulary

/// Where hooks lie.
enum HookPlace: CaseIterable, Sendable {
    case project, group, instance
}

extension SurfaceScene {
    func owner(_ place: HookPlace) throws -> HookOwner {
        switch place {
        case .project: .project(.id(try project))
        case .group: .group(.id(try group))
        case .instance: .instance
        }
    }

    /// A new hook with a header and a variable to take away.
    func hook(_ place: HookPlace) throws -> HookID {
        let project = try project.rawValue
        let group = try group.rawValue
        let id = try fake.change { world throws -> Int in
            let url = "https://receiver.example/{part}"
            let id =
                switch place {
                case .project: world.addHook(url, toProject: project)
                case .group: world.addHook(url, toGroup: group)
                case .instance: world.addSystemHook(url)
                }
            try world.setHookHeader("X-Part", to: "old", ofHook: id)
            try world.setHookVariable("part", to: "old", ofHook: id)
            return id
        }
        return HookID(rawValue: id)
    }

    /// One sending of a hook.
    func delivery(of hook: HookID) throws -> HookEventID {
        HookEventID(rawValue: try fake.change { try $0.recordDelivery(ofHook: hook.rawValue) })
    }
}
