package comity.api.emergency;

import java.util.Map;

/// What a draft shall say from now on: the whole document, as a file has it.
///
/// @param document every field as it was typed; the State that is asked and a language that is left out stay
public record SavedEmergency(Map<String, Object> document) {}
