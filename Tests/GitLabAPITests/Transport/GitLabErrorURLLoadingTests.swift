import Foundation
import Testing

@testable import GitLabAPI

@Suite struct GitLabErrorURLLoadingTests {
    @Test(
        "Every fault of the loading system has a code",
        arguments: [
            (NSURLErrorTimedOut, "", .timedOut), (NSURLErrorCannotFindHost, "", .unreachableDNS),
            (NSURLErrorDNSLookupFailed, "", .unreachableDNS),
            (NSURLErrorCannotConnectToHost, "", .unreachableRefused),
            (NSURLErrorSecureConnectionFailed, "", .unreachableTLS),
            (NSURLErrorServerCertificateUntrusted, "", .unreachableTLS),
            (NSURLErrorServerCertificateHasBadDate, "", .unreachableTLS),
            (NSURLErrorServerCertificateNotYetValid, "", .unreachableTLS),
            (NSURLErrorClientCertificateRequired, "", .unreachableTLS),
            (NSURLErrorNetworkConnectionLost, "", .connectionBroken),
            (NSURLErrorBadServerResponse, "", .connectionBroken),
            (NSURLErrorUnsupportedURL, "", .notGitLab), (NSURLErrorUnknown, "", .connectionBroken),
            (NSURLErrorUnknown, "SSL certificate problem: self-signed certificate", .unreachableTLS),
            (NSURLErrorUnknown, "server certificate verification failed", .unreachableTLS),
            (NSURLErrorUnknown, "transfer closed with 5 bytes remaining to read", .connectionBroken),
            (-4_242, "", .connectionBroken),
        ] as [(Int, String, GitLabError.Code)])
    func codes(_ code: Int, message: String, expected: GitLabError.Code) {
        let error = NSError(
            domain: NSURLErrorDomain, code: code, userInfo: [NSLocalizedDescriptionKey: message])
        #expect(GitLabError(urlLoading: error).code == expected)
    }

    @Test("The URL, which may hold a token, is not kept")
    func secrets() {
        let url = "https://gitlab.example.com/api/v4/user?private_token=SECRET"
        let error = GitLabError(
            urlLoading: NSError(
                domain: NSURLErrorDomain, code: NSURLErrorTimedOut,
                userInfo: [
                    "NSErrorFailingURLStringKey": url, NSLocalizedDescriptionKey: "late: \(url)",
                ]))
        var text = "\(error) \(error.localizedDescription)"
        dump(error, to: &text)
        #expect(!text.contains("SECRET"))
    }
}
