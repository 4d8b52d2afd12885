package comity.api.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One step of an answer.
///
/// @param code its stable name
/// @param text it in the reader's language
/// @param provision what to cite; nothing when there is nothing to cite
/// @param source where the statement was read that it rests on
/// @param depositary the depositary's number of that statement
/// @param asOf when that source was last looked at
/// @param confidence how well the statement is known: `seen`, `partly-inferred`, `reported`
public record LawReason(
        String code,
        String text,
        @Nullable String provision,
        @Nullable String source,
        @Nullable String depositary,
        @Nullable LocalDate asOf,
        @Nullable String confidence) {}
