package comity.api.law;

import comity.api.Words;

/// The treaty register as a file.
///
/// @param form in which it is written; a table has the acts only
/// @param text the whole file
public record RegisterFile(@Words({"json", "csv"}) String form, String text) {}
