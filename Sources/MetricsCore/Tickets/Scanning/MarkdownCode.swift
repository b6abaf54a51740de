/// Blanks what Markdown does not show as text: fenced code, code within lines, and comments of HTML.
///
/// Each pass is linear: a fence or a comment that never ends reaches to the end, and of each run of backticks it is known
/// beforehand where the next one of its length is.
struct MarkdownCode {
    private var bytes: [UInt8]

    /// The text with zeros for what is code.
    static func blanked(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(where: { $0 == 0x60 || $0 == 0x7E || $0 == 0x3C }) else { return bytes }
        var code = MarkdownCode(bytes: bytes)
        code.blankFences()
        code.blankSpans()
        return code.bytes
    }

    private mutating func blank(_ range: Range<Int>) {
        for index in range where bytes[index] != 0x0A { bytes[index] = 0 }
    }

    // MARK: fences

    private mutating func blankFences() {
        var open: (mark: UInt8, length: Int)?
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let fence = fence(start..<end)
            if let current = open {
                if let fence, fence.mark == current.mark, fence.length >= current.length, fence.isBare {
                    open = nil
                }
                blank(start..<end)
            } else if let fence, fence.mayOpen {
                open = (fence.mark, fence.length)
                blank(start..<end)
            }
            start = end + 1
        }
    }

    private struct Fence {
        var mark: UInt8
        var length: Int
        /// Whether nothing follows it.
        var isBare: Bool
        /// Backticks within the line make it a span.
        var mayOpen: Bool
    }

    /// What a line begins with, quote and list marks aside.
    private func fence(_ line: Range<Int>) -> Fence? {
        var start = line.lowerBound
        while start < line.upperBound, bytes[start].isBlank || ">-*+".utf8.contains(bytes[start]) {
            start += 1
        }
        guard start < line.upperBound, bytes[start] == 0x60 || bytes[start] == 0x7E else { return nil }
        let mark = bytes[start]
        let rest = bytes[start..<line.upperBound].drop { $0 == mark }
        let length = rest.startIndex - start
        guard length >= 3 else { return nil }
        return Fence(
            mark: mark, length: length, isBare: rest.allSatisfy { $0.isBlank || $0 == 0x0D },
            mayOpen: mark == 0x7E || !rest.contains(0x60))
    }

    // MARK: spans and comments

    private mutating func blankSpans() {
        let runs = backtickRuns
        var next = 0
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x60 {
                while next < runs.count, runs[next].start < index { next += 1 }
                guard next < runs.count, runs[next].start == index else { index += 1; continue }
                if let close = runs[next].close {
                    blank(index..<runs[close].end)
                    index = runs[close].end
                } else {
                    index = runs[next].end
                }
            } else if bytes[index] == 0x3C, bytes[index...].starts(with: "<!--".utf8) {
                let end = endOfComment(from: index + 4)
                blank(index..<end)
                index = end
            } else {
                index += bytes[index] == 0x5C ? 2 : 1
            }
        }
    }

    private func endOfComment(from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            if bytes[index] == 0x3E, bytes[..<index].suffix(2).elementsEqual("--".utf8) { return index + 1 }
            index += 1
        }
        return bytes.count
    }

    private struct Run {
        var start: Int
        var end: Int
        var paragraph: Int
        /// Which run closes a span that this one opens.
        var close: Int?
    }

    private var backtickRuns: [Run] {
        var runs: [Run] = []
        var paragraph = 0
        var isEmptyLine = false
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x60 {
                let start = index
                while index < bytes.count, bytes[index] == 0x60 { index += 1 }
                runs.append(Run(start: start, end: index, paragraph: paragraph))
                isEmptyLine = false
            } else {
                if bytes[index] == 0x0A {
                    if isEmptyLine { paragraph += 1 }
                    isEmptyLine = true
                } else if !bytes[index].isBlank, bytes[index] != 0x0D {
                    isEmptyLine = false
                }
                index += 1
            }
        }
        var following: [Int: Int] = [:]
        for position in runs.indices.reversed() {
            let length = runs[position].end - runs[position].start
            if let close = following[length], runs[close].paragraph == runs[position].paragraph {
                runs[position].close = close
            }
            following[length] = position
        }
        return runs
    }
}
