package comity.api.exhibit;

/// Takes a file out again, before sealing.
///
/// @param name which
public record RemoveFile(String name) {}
