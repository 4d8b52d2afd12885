package comity.requests;

import comity.kernel.Complaint;
import java.util.List;

/// How an act ended. An expected "no" is a value with a name, not an accident.
///
/// @param <T> what the person sees after the act: a draft or a case
public sealed interface Outcome<T> {
    /// Done, or already done before: asking twice is harmless.
    record Done<T>(T now) implements Outcome<T> {}

    /// The role, the law or the form forbids it.
    ///
    /// @param ground a stable code, for example `role`, `form-incomplete` or a ground of the safeguards
    /// @param complaints what to mend, all at once; empty when nothing can be mended
    record NotAllowed<T>(String ground, List<Complaint> complaints) implements Outcome<T> {
        public NotAllowed {
            complaints = List.copyOf(complaints);
        }
    }

    /// No such case, or not this person's: the two look the same from outside.
    record NotFound<T>() implements Outcome<T> {}

    /// Somebody else changed it meanwhile.
    ///
    /// @param version the version it has now
    record Stale<T>(long version) implements Outcome<T> {}

    /// The case stands where this act has no meaning.
    ///
    /// @param state the word of the state it stands in
    record WrongState<T>(String state) implements Outcome<T> {}

    /// A "no" of one kind as the same "no" of another.
    ///
    /// @throws IllegalArgumentException when it was a yes
    static <A, B> Outcome<B> same(Outcome<A> no) {
        return switch (no) {
            case Done<A> _ -> throw new IllegalArgumentException("That was a yes");
            case NotAllowed<A>(var ground, var complaints) -> new NotAllowed<>(ground, complaints);
            case NotFound<A> _ -> new NotFound<>();
            case Stale<A>(var version) -> new Stale<>(version);
            case WrongState<A>(var state) -> new WrongState<>(state);
        };
    }

    static <T> Outcome<T> notAllowed(String ground) {
        return new NotAllowed<>(ground, List.of());
    }
}
