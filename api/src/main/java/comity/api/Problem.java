package comity.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a call was not answered as asked, in the form of RFC 9457 (`application/problem+json`).
///
/// A program looks at `type`; a person reads `title` and `detail`, which come in the language of
/// `Accept-Language`.
///
/// @param type the stable name of the problem, for example `urn:comity:problem:not-found`
/// @param title the problem in a few words
/// @param status the HTTP status, the same as of the answer
/// @param detail what happened this time and what to do next
/// @param instance the path that was called
/// @param correlationId the word that finds this call in the node's log
/// @param errors everything that is wrong with what was given, all at once; empty when the problem is of another
///     kind
/// @param retryAfterSeconds how long to wait before asking again, when waiting helps
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String correlationId,
        List<Objection> errors,
        @Nullable Long retryAfterSeconds) {
    /// The media type of every problem.
    public static final String MEDIA_TYPE = "application/problem+json";

    /// What every problem's type begins with; the rest is its code.
    public static final String TYPE_PREFIX = "urn:comity:problem:";

    public Problem {
        errors = List.copyOf(errors);
    }

    /// The last part of the type, for example `not-found`.
    public String code() {
        return type.startsWith(TYPE_PREFIX) ? type.substring(TYPE_PREFIX.length()) : type;
    }
}
