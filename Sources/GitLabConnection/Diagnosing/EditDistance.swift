/// How many letters must be put in, taken out, replaced or swapped with their neighbour to make one text the other
/// (optimal string alignment). O(n·m) time, O(m) space.
struct EditDistance {
    let value: Int

    init(_ left: String, _ right: String) {
        let left = Array(left)
        let right = Array(right)
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for i in left.indices {
            var row = [i + 1]
            for j in right.indices {
                let isSame = left[i] == right[j]
                var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (isSame ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    best = min(best, beforeLast[j - 1] + 1)
                }
                row.append(best)
            }
            beforeLast = last
            last = row
        }
        value = last[right.count]
    }
}
