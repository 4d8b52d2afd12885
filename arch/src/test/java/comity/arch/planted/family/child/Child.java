package comity.arch.planted.family.child;

public record Child(String name) {}
