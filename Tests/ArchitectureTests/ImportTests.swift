import Foundation
import Testing

/// The module walls: every import line of Sources against the table in Documentation/Architecture.md.
@Suite("Module walls")
struct ImportTests {
    struct Import {
        let file: String
        let module: String
        let imported: String
        let access: String
        let attributes: String
    }

    struct Wall {
        var mayImport: Set<String>
        var mayShow: Set<String>
    }

    static func imports() throws -> [Import] {
        let pattern =
            /^(?<attributes>(@\w+(\(\w+\))?\s+)*)(?<access>public|package|internal|fileprivate|private)?\s*import\s+((struct|class|enum|func|protocol)\s+)?(?<name>\w+)/
        return try Repository.files(in: "Sources", endingWith: ".swift").flatMap { file in
            file.lines.compactMap { line in
                guard let match = line.firstMatch(of: pattern) else { return nil }
                return Import(
                    file: file.path, module: String(file.path.split(separator: "/")[1]),
                    imported: String(match.output.name),
                    access: match.output.access.map(String.init) ?? "internal",
                    attributes: String(match.output.attributes))
            }
        }
    }

    static func walls() throws -> [String: Wall] {
        var walls: [String: Wall] = [:]
        for line in try Repository.file("Documentation/Architecture.md").lines where line.hasPrefix("| ") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 3, cells[0].wholeMatch(of: /[A-Z]\w+/) != nil else { continue }
            let names = cells.dropFirst().map {
                Set($0.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }).subtracting([
                    "–"
                ])
            }
            walls[cells[0]] = Wall(mayImport: names[0], mayShow: names[1])
        }
        return walls
    }

    @Test("The table names exactly the modules that exist")
    func tableIsComplete() throws {
        let modules = try Set(
            Repository.files(in: "Sources", endingWith: ".swift").map {
                String($0.path.split(separator: "/")[1])
            })
        #expect(try Set(Self.walls().keys) == modules)
    }

    @Test("No file imports more than its module may, nor shows more")
    func importsStayWithinWalls() throws {
        let walls = try Self.walls()
        let imports = try Self.imports()
        #expect(imports.count > 50)
        for line in imports where line.imported != "Foundation" && line.imported != "FoundationNetworking" {
            if line.module == "LoopbackServer", ["Glibc", "Musl", "Darwin"].contains(line.imported) {
                continue
            }
            let wall = try #require(walls[line.module])
            #expect(wall.mayImport.contains(line.imported), "\(line.file) imports \(line.imported)")
            if line.access == "public" {
                #expect(wall.mayShow.contains(line.imported), "\(line.file) shows \(line.imported)")
            }
        }
    }

    @Test("FoundationNetworking stands in one file")
    func oneNetworkingFile() throws {
        let files = try Self.imports().filter { $0.imported == "FoundationNetworking" }.map(\.file)
        #expect(Set(files) == ["Sources/GitLabAPI/Transport/URLSessionTransport.swift"])
    }

    @Test("Nothing is re-exported")
    func nothingReexported() throws {
        #expect(try Self.imports().filter { $0.attributes.contains("@_exported") }.map(\.file) == [])
    }

    @Test("The package depends on no other package and no system library")
    func noDependencies() throws {
        let manifest = try Repository.file("Package.swift").text
        #expect(!manifest.contains(".package("))
        #expect(!manifest.contains("systemLibrary"))
        #expect(!manifest.contains("binaryTarget"))
    }
}
