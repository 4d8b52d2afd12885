package comity.api.law;

import comity.api.Words;

/// A book of provisions or a treaty register, to be looked through and not kept.
///
/// @param form in which it is written
/// @param text the whole file
public record CheckLaw(@Words({"json", "csv"}) String form, String text) {}
