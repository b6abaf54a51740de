/// A history in the making: the world so far, and what is planned for it.
struct Simulation: Sendable {
    var world: World
    var random: SeededGenerator
    /// Draws for what later versions added to histories, so that the rest of a seed's history stays as it was.
    var aside: SeededGenerator
    /// The same for what people plan.
    var planning: SeededGenerator
    let start: Instant
    let end: Instant
    private var agenda = Agenda()

    init(world: World, random: SeededGenerator, start: Instant, end: Instant) {
        self.world = world
        self.random = random
        var seeds = random
        aside = SeededGenerator(seed: seeds.next())
        planning = SeededGenerator(seed: seeds.next())
        self.start = start
        self.end = end
    }

    /// Plans a step; what lies after the end never happens.
    mutating func at(_ moment: Instant, _ step: @escaping Agenda.Step) {
        if moment < end { agenda.add(at: moment, step) }
    }

    /// Plans a step that many seconds from now.
    mutating func after(_ seconds: Double, _ step: @escaping Agenda.Step) {
        at(world.clock + seconds, step)
    }

    /// Plays the agenda out. A step that no longer makes sense, such as a push to what was merged meanwhile, is
    /// left out.
    mutating func play() {
        while let (moment, step) = agenda.next() {
            world.clock = moment
            try? step(&self)
        }
        world.clock = end
    }
}
