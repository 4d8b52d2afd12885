package comity.arch.planted.family;

import comity.arch.planted.family.child.Child;

public record Parent(Child child) {}
