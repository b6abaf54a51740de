import Console
import Foundation
import MetricsCore

/// Who is who: from the file asked for, or of the embedded fake GitLab's people.
enum RosterSource {
    static func roster(of arguments: Arguments) throws(UsageError) -> Roster {
        guard let path = arguments.view.roster else { return arguments.url == nil ? embedded : .empty }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw UsageError("\(path) cannot be read")
        }
        let text = String(decoding: data, as: UTF8.self)
        let read = path.hasSuffix("mailmap") ? Roster.mailmap(text) : Roster.csv(text, of: "gitlab")
        for problem in read.problems { Terminal.printError("metrics-report: \(path), \(problem)") }
        for conflict in read.roster.conflicts { Terminal.printError("metrics-report: \(path), \(conflict)") }
        return read.roster
    }

    private static let embedded = Roster.csv(
        """
        person,username,team,from
        ada,ada,Analysts,
        grace,grace,Analysts,
        edsger,edsger,Analysts,
        barbara,barbara,Analysts,
        tony,tony,Builders,
        radia,radia,Builders,
        donald,donald,Builders,
        frances,frances,Builders,
        ken,ken,Carriers,
        margaret,margaret,Carriers,
        niklaus,niklaus,Carriers,
        """
    ).roster
}
