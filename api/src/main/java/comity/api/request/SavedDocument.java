package comity.api.request;

import java.util.Map;

/// What a draft shall say from now on: the whole document, as a request file has it.
///
/// @param document every field as it was typed
public record SavedDocument(Map<String, Object> document) {}
