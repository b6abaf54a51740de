import Foundation

extension QuantileSketch {
    private static let logGamma = log((1 + relativeError) / (1 - relativeError))

    /// No value of `UInt32` lies in a bucket above this one.
    static let lastBucket = bucket(of: .max)

    /// The bucket of a value above 0: i, where γⁱ⁻¹ < value ≤ γⁱ.
    static func bucket(of value: UInt32) -> Int { Int((log(Double(value)) / logGamma).rounded(.up)) }

    /// What a bucket stands for: as far from its lower bound as from its upper one, relatively.
    static func estimate(ofBucket bucket: Int) -> Double {
        let gamma = (1 + relativeError) / (1 - relativeError)
        return 2 * exp(Double(bucket) * logGamma) / (gamma + 1)
    }
}
