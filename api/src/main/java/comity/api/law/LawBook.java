package comity.api.law;

import comity.api.Words;

/// A State's book of provisions as a file.
///
/// @param state whose law
/// @param form in which it is written
/// @param text the whole file
public record LawBook(String state, @Words({"json", "csv"}) String form, String text) {}
