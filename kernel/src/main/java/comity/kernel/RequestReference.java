package comity.kernel;

import java.util.Optional;

/// The name of a request that both States, the paper and the telephone use: `XA.PRS.2027.000318-W`.
///
/// The parts are the requesting State, the type, the year, a serial and a check character (ISO/IEC 7064, MOD 37-2, over
/// the letters and digits before it). A serial whose check character would be O or I is not given out, because over a
/// telephone they are heard as 0 and 1, nor one whose check character would be the star of that standard; [#next] skips
/// them. The standard's MOD 37,36 needs no star, but misses some swapped neighbours.
public record RequestReference(StateCode state, RequestType type, int year, int serial) {
    public RequestReference {
        SpokenName.requireFits(year, serial);
    }

    /// The next reference that may be given out after a serial; skips those whose check character sounds like a
    /// digit.
    public static RequestReference next(StateCode state, RequestType type, int year, int lastSerial) {
        return new RequestReference(state, type, year, SpokenName.nextSerial(state, type.code(), year, lastSerial));
    }

    /// Reads a reference as a person may type it (any case, spaces around). Empty when it has another form or its
    /// check character does not fit: one mistyped character or two swapped neighbours are always found.
    public static Optional<RequestReference> parse(String typed) {
        return SpokenName.parse(typed)
                .flatMap(name -> RequestType.ofCode(name.kind())
                        .map(type -> new RequestReference(name.state(), type, name.year(), name.serial())));
    }

    /// The check character.
    public char check() {
        return name().check();
    }

    private SpokenName name() {
        return new SpokenName(state, type.code(), year, serial);
    }

    @Override
    public String toString() {
        return name().toString();
    }
}
