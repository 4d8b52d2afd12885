package comity.requests.form;

import java.time.Instant;
import java.util.Optional;

/// What reading depends on besides the text.
///
/// @param now to tell what lies in the future
/// @param drill whether addresses and accounts that are reserved for examples may be named
/// @param callingCode the calling code to suggest for a telephone number without one
public record Circumstances(Instant now, boolean drill, Optional<String> callingCode) {}
