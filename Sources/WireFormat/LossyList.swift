/// A JSON array of which every readable element counts: the others are skipped and reported.
package struct LossyList<Element: Decodable>: Decodable {
    /// An element that could not be decoded.
    package struct Skipped: Hashable, Sendable {
        /// Position in the array, from 0.
        package let index: Int
        package let failure: JSONFailure
    }

    package private(set) var elements: [Element] = []
    package private(set) var skipped: [Skipped] = []

    /// - Throws: `DecodingError` only if the value is no array.
    package init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        elements.reserveCapacity(container.count ?? 0)
        while !container.isAtEnd {
            let index = container.currentIndex
            switch try container.decode(Attempt.self).result {
            case .success(let element): elements.append(element)
            case .failure(let error): skipped.append(Skipped(index: index, failure: JSONFailure(error)))
            }
        }
    }

    /// Decoding this never fails, so that the container moves on to the next element.
    private struct Attempt: Decodable {
        let result: Result<Element, any Error>

        init(from decoder: any Decoder) throws {
            result = Result { try decoder.singleValueContainer().decode(Element.self) }
        }
    }
}

extension LossyList: Sendable where Element: Sendable {}
