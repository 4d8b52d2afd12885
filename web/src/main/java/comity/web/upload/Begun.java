package comity.web.upload;

import java.time.Instant;

/// An upload that was begun and is not finished, as its person sees it.
///
/// @param id the last part of its address
/// @param name as the exhibit shall have it
/// @param bytes the length of the file
/// @param here how many of them have come
/// @param expiresAt when it is thrown away, if nobody goes on with it
public record Begun(String id, String name, long bytes, long here, Instant expiresAt) {}
