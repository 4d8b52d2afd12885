package comity.api.act;

/// Records that the request for mutual legal assistance has come: the data is kept until it is decided.
///
/// @param mlaReference the reference of that request
public record Hold(String mlaReference) {}
