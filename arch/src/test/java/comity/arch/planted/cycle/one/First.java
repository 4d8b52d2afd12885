package comity.arch.planted.cycle.one;

import comity.arch.planted.cycle.two.Second;

public record First(Second second) {}
