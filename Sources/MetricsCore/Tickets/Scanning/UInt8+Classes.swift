/// What kinds of ASCII character a byte of UTF-8 is; bytes beyond ASCII are none of them.
extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isUppercase: Bool { (0x41...0x5A).contains(self) }
    var isLowercase: Bool { (0x61...0x7A).contains(self) }
    var isLetter: Bool { isUppercase || isLowercase }
    var isHexDigit: Bool { isDigit || (0x41...0x46).contains(self) || (0x61...0x66).contains(self) }
    /// A letter, a digit or `_`.
    var isWord: Bool { isLetter || isDigit || self == 0x5F }
    /// What words and paths are made of: also `-`, `.` and `/`.
    var isPath: Bool { isWord || (0x2D...0x2F).contains(self) }
    /// A space or a tab.
    var isBlank: Bool { self == 0x20 || self == 0x09 }
}
