package comity.web.rest;

import java.time.Instant;
import java.util.Optional;

/// Where the answers to wishes are kept, so that a wish that is asked again gets its first answer.
public interface Wishes {
    /// Takes a wish in hand, unless it is there already.
    ///
    /// @param wish who asks, and the name that they gave the wish
    /// @param digest of what was asked, so that another wish under the same name is noticed
    /// @param stuckBefore wishes that were taken in hand before this moment and never answered are free again
    /// @param forgetBefore what is older is forgotten
    Found take(Wish wish, String digest, Instant now, Instant stuckBefore, Instant forgetBefore);

    /// Keeps the answer.
    void answered(Wish wish, KeptAnswer answer);

    /// Lets go of a wish that came to nothing, so that it can be asked again.
    void letGo(Wish wish);

    /// @param person the account's pseudonym
    /// @param name the idempotency key
    record Wish(String person, String name) {}

    /// The answer as it was given.
    record KeptAnswer(
            int status, String contentType, Optional<String> entityTag, Optional<String> location, byte[] body) {}

    /// What is known of a wish.
    sealed interface Found {
        /// It is new, and now in hand.
        record Taken() implements Found {}

        /// It was answered.
        record Answered(KeptAnswer answer) implements Found {}

        /// It is being done right now.
        record InHand() implements Found {}

        /// Something else was asked under this name.
        record AnotherWish() implements Found {}
    }
}
