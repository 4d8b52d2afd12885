package comity.api.exhibit;

/// Opens the seal. A sensitive exhibit is opened by two people: the first one's call is noted, and a second
/// person's call within an hour opens it.
///
/// @param why for what; it stands in the custody
public record OpenExhibit(String why) {}
