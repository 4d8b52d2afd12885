package comity.api.act;

/// The caller takes the case as theirs, so that colleagues see who has it. Nothing to say beyond that.
public record Take() {}
