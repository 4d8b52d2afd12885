package comity.law.treaty;

import java.util.List;
import java.util.stream.Collectors;

/// A register contradicts itself. Nothing of it is taken.
public final class RegisterRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<RegisterFault> faults;

    RegisterRefused(List<RegisterFault> faults) {
        super(faults.stream().map(RegisterFault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /// All of them at once.
    public List<RegisterFault> faults() {
        return faults;
    }
}
