import Foundation

extension URL {
    /// `https://host/group/app` of `https://host/group/app/-/issues/3`.
    var projectPage: String? {
        absoluteString.firstRange(of: "/-/").map { String(absoluteString[..<$0.lowerBound]) }
    }
}
