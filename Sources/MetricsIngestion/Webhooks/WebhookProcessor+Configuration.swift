extension WebhookProcessor {
    public struct Configuration: Hashable, Sendable {
        /// How many entries are processed at a time; 20 by default.
        public var concurrency: Int
        /// How many of one project; 10 by default. It counts what other processors of the inbox have claimed too.
        public var perProject: Int
        /// How long an entry is nobody else's: longer than any handler takes, and as long as what a killed process
        /// had in hand lies still. Whole seconds, a day at most; 60 by default.
        public var lease: Duration
        /// How often an entry is tried before it is given up, attempts included at whose end nobody answered; 8 by
        /// default.
        public var attempts: Int
        /// Bound of the pause after a first failure; it doubles with each. The pause is at random from half of the
        /// bound up; 10 seconds by default.
        public var firstPause: Duration
        /// Bound of every pause; 15 minutes by default, a week at most.
        public var longestPause: Duration
        /// How long at most until the inbox is looked into again, for what others put in and `wake()` does not tell;
        /// 5 seconds by default.
        public var interval: Duration

        public init(
            concurrency: Int = 20, perProject: Int = 10, lease: Duration = .seconds(60), attempts: Int = 8,
            firstPause: Duration = .seconds(10), longestPause: Duration = .seconds(900),
            interval: Duration = .seconds(5)
        ) {
            self.concurrency = max(1, concurrency)
            self.perProject = max(1, perProject)
            self.lease = min(max(.seconds(1), lease), .seconds(86_400))
            self.attempts = max(1, attempts)
            self.firstPause = min(max(.seconds(1), firstPause), .seconds(86_400))
            self.longestPause = min(max(self.firstPause, longestPause), .seconds(7 * 86_400))
            self.interval = max(.milliseconds(10), interval)
        }

        var leaseSeconds: Int64 { lease.components.seconds }

        /// In whole seconds, 1 at least.
        func pause(after attempt: Int, random: Double) -> Int64 {
            var bound = firstPause
            for _ in 1..<max(attempt, 1) where bound < longestPause { bound = bound * 2 }
            let share = 0.5 + 0.5 * min(max(random, 0), 1)
            return max(1, (min(bound, longestPause) * share).components.seconds)
        }
    }
}
