extension Array {
    /// The same elements without the room made for others, where that is most of it.
    var fitted: Self { count < capacity / 2 ? withUnsafeBufferPointer { Array($0) } : self }
}
