import GitLabAPI
import GitLabVocabulary

extension SurfaceCall {
    static let hooks: [SurfaceCall] = HookPlace.allCases.flatMap { place in
        calls(place) + (place == .instance ? [] : logs(place))
    }

    private static func calls(_ place: HookPlace) -> [SurfaceCall] {
        let settings = HookSettings(url: "https://receiver.example/{part}", triggers: [.mergeRequests])
        return [
            SurfaceCall("hooks(of:)") { scene in
                _ = try scene.hook(place)
                return .hooks(of: try scene.owner(place))
            },
            SurfaceCall("createHook(_:of:)") { .createHook(settings, of: try $0.owner(place)) },
            SurfaceCall("hook(_:of:)") { .hook(try $0.hook(place), of: try $0.owner(place)) },
            SurfaceCall("editHook(_:of:to:)") {
                .editHook(try $0.hook(place), of: try $0.owner(place), to: settings)
            },
            SurfaceCall("deleteHook(_:of:)") { .deleteHook(try $0.hook(place), of: try $0.owner(place)) },
            SurfaceCall("testHook(_:of:)") { .testHook(try $0.hook(place), of: try $0.owner(place)) },
            SurfaceCall("setURLVariable(_:to:ofHook:of:)") {
                .setURLVariable("part", to: Secret("x"), ofHook: try $0.hook(place), of: try $0.owner(place))
            },
            SurfaceCall("deleteURLVariable(_:ofHook:of:)") {
                .deleteURLVariable("part", ofHook: try $0.hook(place), of: try $0.owner(place))
            },
            SurfaceCall("setCustomHeader(_:to:ofHook:of:)") {
                .setCustomHeader(
                    "X-Part", to: Secret("x"), ofHook: try $0.hook(place), of: try $0.owner(place))
            },
            SurfaceCall("deleteCustomHeader(_:ofHook:of:)") {
                .deleteCustomHeader("X-Part", ofHook: try $0.hook(place), of: try $0.owner(place))
            },
        ]
    }

    private static func logs(_ place: HookPlace) -> [SurfaceCall] {
        [
            SurfaceCall("hookEvents(ofHook:of:)") { scene in
                let hook = try scene.hook(place)
                _ = try scene.delivery(of: hook)
                return .hookEvents(ofHook: hook, of: try scene.owner(place))
            },
            SurfaceCall("resendHookEvent(_:ofHook:of:)") { scene in
                let hook = try scene.hook(place)
                return .resendHookEvent(
                    try scene.delivery(of: hook), ofHook: hook, of: try scene.owner(place))
            },
        ]
    }
}
