package comity.api.exhibit;

/// Opens the seal.
///
/// @param why for what; it stands in the custody
public record OpenExhibit(String why) {}
