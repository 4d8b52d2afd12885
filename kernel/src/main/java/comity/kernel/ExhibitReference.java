package comity.kernel;

import java.util.Optional;

/// The name of an exhibit that both States, the label and the court use: `XB.EVD.2027.000044-K`. It has the form and
/// the check character of a [RequestReference].
///
/// @param state the State that collected it and gave the name
public record ExhibitReference(StateCode state, int year, int serial) {
    private static final String KIND = "EVD";

    public ExhibitReference {
        SpokenName.requireFits(year, serial);
    }

    /// The next name that may be given out after a serial.
    public static ExhibitReference next(StateCode state, int year, int lastSerial) {
        return new ExhibitReference(state, year, SpokenName.nextSerial(state, KIND, year, lastSerial));
    }

    /// Reads a name as a person may type it. Empty when it has another form or its check character does not fit.
    public static Optional<ExhibitReference> parse(String typed) {
        return SpokenName.parse(typed)
                .filter(name -> name.kind().equals(KIND))
                .map(name -> new ExhibitReference(name.state(), name.year(), name.serial()));
    }

    @Override
    public String toString() {
        return new SpokenName(state, KIND, year, serial).toString();
    }
}
