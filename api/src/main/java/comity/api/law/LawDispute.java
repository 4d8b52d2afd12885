package comity.api.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Somebody holds an entry of a State's book to be wrong. No answer rests on it.
///
/// @param by the State in whose name it is disputed; nothing when it is the secretariat
/// @param text who disputes it, in words
/// @param on the day (UTC) on which it was entered
/// @param reason why, as it was written
public record LawDispute(@Nullable String by, String text, LocalDate on, String reason) {}
