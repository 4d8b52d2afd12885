package comity.api.act;

/// Tells the requested State that the request for mutual legal assistance is made: the data is then kept until
/// that request is decided (art. 42).
///
/// @param mlaReference the reference of that request
public record LinkMla(String mlaReference) {}
