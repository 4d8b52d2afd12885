package comity.api.node;

import comity.api.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether a paper is genuine. It says no more than the paper does.
///
/// @param result `active`: genuine and in force; `refused`, `withdrawn` or `ended`: genuine and no longer
///     in force; `not-genuine`: this node knows no such pair of reference and fingerprint
/// @param text the same in words, with what it allows and what it does not
/// @param requestingState who asked
/// @param requestedState who was asked
/// @param signedAt when it was signed
/// @param until when it ends, if it ends by itself
public record Verdict(
        @Words({"active", "refused", "withdrawn", "ended", "not-genuine"})
        String result,

        String text,
        @Nullable String requestingState,
        @Nullable String requestedState,
        @Nullable Instant signedAt,
        @Nullable Instant until) {}
