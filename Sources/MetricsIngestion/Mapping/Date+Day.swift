import Foundation
import WireFormat

extension Date {
    /// The day it lies in in UTC, `2026-01-31`: GitLab's dates without time are midnights there.
    var day: String { WireDate(self).dateOnly }
}
