package comity.law.offence;

import comity.kernel.StateCode;
import java.util.Optional;
import java.util.regex.Pattern;

/// The stable id of a national provision, for example `XB.penal.312-4`: the State, then its law, then the place. A
/// provision that replaces another has an id of its own.
public record ProvisionId(String id) implements Comparable<ProvisionId> {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}(?:\\.[a-z0-9][a-z0-9-]{0,39}){1,5}");

    public ProvisionId {
        if (!FORM.matcher(id).matches()) {
            throw new IllegalArgumentException("Not the id of a provision: " + id);
        }
    }

    public static Optional<ProvisionId> parse(String id) {
        return FORM.matcher(id).matches() ? Optional.of(new ProvisionId(id)) : Optional.empty();
    }

    public StateCode state() {
        return new StateCode(id.substring(0, 2));
    }

    @Override
    public int compareTo(ProvisionId other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
