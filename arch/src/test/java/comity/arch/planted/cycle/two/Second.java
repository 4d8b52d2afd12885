package comity.arch.planted.cycle.two;

import comity.arch.planted.cycle.one.First;

public record Second(First first) {}
