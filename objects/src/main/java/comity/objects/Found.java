package comity.objects;

/// An object as it was when it was read.
///
/// @param content its bytes
/// @param tag what the store calls this state of it; another state has another tag
public record Found(byte[] content, String tag) {}
