package comity.web.registry;

import comity.directory.Authority;
import comity.directory.Desk;
import comity.directory.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One of the registers that the Convention has the Secretary-General keep, made from the entries.
public enum Register {
    /// Central authorities for mutual legal assistance (art. 40(12)).
    CENTRAL_AUTHORITIES("central-authorities", Authority.Function.MUTUAL_ASSISTANCE),
    /// Authorities for extradition (art. 37).
    EXTRADITION("extradition", Authority.Function.EXTRADITION),
    /// Points of contact, day and night (art. 41).
    CONTACT_POINTS("contact-points", Authority.Function.CONTACT_POINT),
    /// Authorities that help others to prevent (art. 53(7)).
    PREVENTION("prevention", Authority.Function.PREVENTION);

    private final String code;
    private final Authority.Function function;

    Register(String code, Authority.Function function) {
        this.code = code;
        this.function = function;
    }

    /// One line of a register.
    ///
    /// @param office what the State named, by BCP 47 tag
    /// @param alwaysOpen whether somebody answers day and night
    public record Line(
            Entry entry,
            Map<String, String> office,
            List<String> languages,
            List<String> phones,
            String mail,
            boolean alwaysOpen) {}

    public String code() {
        return code;
    }

    static Optional<Register> ofCode(String code) {
        return Stream.of(values())
                .filter(register -> register.code.equals(code))
                .findFirst();
    }

    /// What all States have named.
    List<Line> of(List<Entry> entries) {
        return entries.stream().flatMap(this::of).toList();
    }

    private Stream<Line> of(Entry entry) {
        Stream<Line> desks =
                this == CONTACT_POINTS ? entry.desks().stream().map(desk -> line(entry, desk)) : Stream.of();
        Stream<Line> offices = entry.authorities().stream()
                .filter(authority -> authority.functions().contains(function))
                .map(authority -> line(entry, authority));
        return Stream.concat(desks, offices);
    }

    private static Line line(Entry entry, Desk desk) {
        return new Line(entry, desk.names(), desk.languages(), desk.phones(), desk.mail(), desk.roundTheClock());
    }

    private static Line line(Entry entry, Authority office) {
        return new Line(
                entry,
                office.names(),
                office.languages(),
                office.phones(),
                office.mail(),
                office.hours().isEmpty());
    }
}
