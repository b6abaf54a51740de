import Foundation
import Testing
import WireFormat

@Suite("JSON")
struct JSONTests {
    struct Event: Codable, Equatable {
        var at: Date
        var end: Date?
        var days: [Date]?
    }

    @Test(
        "dates are read wherever they stand, in forms that may be mixed, and written in UTC with milliseconds"
    )
    func dates() throws {
        let body =
            #"{"at":"2021-04-28 21:50:00 +0200","end":null,"days":["2025-06-30","2026-01-16T05:56:22.053Z"]}"#
        let event = try JSON.decode(Event.self, from: Data(body.utf8))
        #expect(event.at == Date(timeIntervalSince1970: 1_619_639_400))
        #expect(event.end == nil)
        #expect(event.days?.count == 2)
        let bytes = try JSON.encode(event, sortedKeys: true)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"{"at":"2021-04-28T19:50:00.000Z","days":["2025-06-30T00:00:00.000Z","2026-01-16T05:56:22.053Z"]}"#
        )
        #expect(try JSON.decode(Event.self, from: bytes) == event)
    }

    @Test(
        "a failure tells where and why, but no value",
        arguments: [
            (#"{"at":"secret"}"#, "at: malformed"), (#"{"at":null}"#, "at: null where Date is expected"),
            (#"{"days":[]}"#, "at: missing"),
            (#"{"at":"2024-01-01","days":["2024-01-01",5]}"#, "days[1]: not of type String"),
            (#"{"at":"#, "not JSON"), (#"["secret"]"#, "not of type Dictionary<String, Any>"),
        ])
    func failures(body: String, expected: String) throws {
        let error = try #require(throws: DecodingError.self) {
            try JSON.decode(Event.self, from: Data(body.utf8))
        }
        #expect(JSONFailure(error).description == expected)
    }

    @Test("keys can be sorted, and slashes are left alone")
    func encoding() throws {
        let bytes = try JSON.encode(["b": "x/y", "a": "1", "c": "2"], sortedKeys: true)
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"a":"1","b":"x/y","c":"2"}"#)
    }
}

@Suite("LossyList")
struct LossyListTests {
    @Test("elements that cannot be read are skipped and reported, the others kept in order")
    func skipping() throws {
        let body = Data(#"[1,"two",3,null,[5],{"six":6},7]"#.utf8)
        let list = try JSON.decode(LossyList<Int>.self, from: body)
        #expect(list.elements == [1, 3, 7])
        #expect(list.skipped.map(\.index) == [1, 3, 4, 5])
        #expect(list.skipped.map(\.failure.codingPath) == ["[1]", "[3]", "[4]", "[5]"])
    }

    @Test("elements with dates in them are read as everywhere")
    func dates() throws {
        let body = Data(#"[{"at":"2021-04-28 21:50:00 UTC"},{"at":"soon"}]"#.utf8)
        let list = try JSON.decode(LossyList<JSONTests.Event>.self, from: body)
        #expect(list.elements.map(\.at) == [Date(timeIntervalSince1970: 1_619_646_600)])
        #expect(list.skipped.map(\.failure.description) == ["[1].at: malformed"])
    }

    @Test(
        "only what is no array at all fails", arguments: [#"{"message":"404"}"#, "null", "3", "[1", "<html>"])
    func notAList(body: String) {
        #expect(throws: DecodingError.self) { try JSON.decode(LossyList<Int>.self, from: Data(body.utf8)) }
    }

    @Test("an empty array is an empty list")
    func empty() throws {
        let list = try JSON.decode(LossyList<Int>.self, from: Data("[]".utf8))
        #expect(list.elements.isEmpty && list.skipped.isEmpty)
    }
}
