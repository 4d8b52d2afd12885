package comity.law.living;

import comity.kernel.StateCode;
import comity.law.BrokenLawFile;
import comity.law.Law;
import comity.law.basis.TreatyBases;
import comity.law.eligibility.Cooperations;
import comity.law.eligibility.Eligibility;
import comity.law.matching.Matcher;
import comity.law.offence.DualCriminalityRules;
import comity.law.offence.Elements;
import comity.law.offence.OffenceCatalogue;
import comity.law.offence.book.BookForm;
import comity.law.offence.book.BookReader;
import comity.law.offence.book.BookReading;
import comity.law.treaty.FinalProvisions;
import comity.law.treaty.RegisterBook;
import comity.law.treaty.RegisterFault;
import comity.law.treaty.RegisterRefused;
import comity.law.treaty.RegisterTable;
import comity.law.treaty.TreatyRegister;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Holds the law that is in force here, and takes new books in one step. Until a registry has published a register, the
/// published facts that this version carries stand in for it.
public final class LivingLaw {
    private static final Pattern NATIONAL = Pattern.compile("law/([A-Z]{2})");

    private final Law law;
    private final Cooperations cooperations;
    private final FinalProvisions provisions = FinalProvisions.load();
    private final RegisterBook registerBook = new RegisterBook(provisions);
    private final Elements elements = Elements.load();
    private final BookReader bookReader = new BookReader(elements, DualCriminalityRules.load());
    private volatile State current;

    /// What holds together.
    ///
    /// @param published the register came from the registry, rather than with this version
    /// @param troubles books that could not be taken, with the reason
    public record State(
            TreatyRegister register,
            boolean published,
            TreatyBases bases,
            OffenceCatalogue catalogue,
            Eligibility eligibility,
            Matcher matcher,
            List<Trouble> troubles) {
        public State {
            troubles = List.copyOf(troubles);
        }
    }

    /// A book that could not be taken; the one before it stays.
    public record Trouble(String book, String reason) {}

    public LivingLaw(Law law) {
        this.law = law;
        this.cooperations = Cooperations.load(law.terms(), law.grounds());
        this.current = state(registerBook.published(), false, OffenceCatalogue.empty(elements), List.of());
    }

    private State state(
            TreatyRegister register, boolean published, OffenceCatalogue catalogue, List<Trouble> troubles) {
        TreatyBases bases = new TreatyBases(register, provisions);
        return new State(
                register,
                published,
                bases,
                catalogue,
                new Eligibility(law, cooperations, bases, catalogue),
                new Matcher(catalogue),
                troubles);
    }

    public State now() {
        return current;
    }

    /// What one State may ask of another, whoever is bound.
    public Cooperations cooperations() {
        return cooperations;
    }

    public FinalProvisions provisions() {
        return provisions;
    }

    public Elements elements() {
        return elements;
    }

    /// The bytes in which the register that stands now is published.
    public byte[] register() {
        return registerBook.write(current.register());
    }

    /// The acts of the register as a table.
    public byte[] registerTable() {
        return new RegisterTable(provisions).write(current.register());
    }

    /// Takes the books of the registry's newest list. A book of another name is left alone.
    ///
    /// @param books by name
    public synchronized void take(Map<String, byte[]> books) {
        List<Trouble> troubles = new ArrayList<>();
        TreatyRegister register = current.register();
        boolean published = current.published();
        byte[] treaties = books.get(RegisterBook.NAME);
        if (treaties != null) {
            try {
                register = registerBook.read(RegisterBook.NAME, treaties);
                published = true;
            } catch (RegisterRefused | BrokenLawFile e) {
                troubles.add(new Trouble(RegisterBook.NAME, String.valueOf(e.getMessage())));
            }
        }
        OffenceCatalogue catalogue = OffenceCatalogue.empty(elements);
        for (Map.Entry<String, byte[]> book : new TreeMap<>(books).entrySet()) {
            java.util.regex.Matcher name = NATIONAL.matcher(book.getKey());
            if (name.matches()) {
                catalogue = withBook(catalogue, book.getKey(), new StateCode(name.group(1)), book.getValue(), troubles);
            }
        }
        current = state(register, published, catalogue, troubles);
    }

    /// What is wrong with a book, before anybody publishes it. A book of another name than ours is not looked at.
    ///
    /// @return empty when it can be taken
    public List<String> faults(String name, byte[] bytes) {
        if (name.equals(RegisterBook.NAME)) {
            try {
                registerBook.read(name, bytes);
                return List.of();
            } catch (RegisterRefused e) {
                return e.faults().stream().map(RegisterFault::toString).toList();
            } catch (BrokenLawFile e) {
                return List.of(String.valueOf(e.getMessage()));
            }
        }
        java.util.regex.Matcher national = NATIONAL.matcher(name);
        if (!national.matches()) {
            return List.of();
        }
        List<Trouble> troubles = new ArrayList<>();
        withBook(OffenceCatalogue.empty(elements), name, new StateCode(national.group(1)), bytes, troubles);
        return troubles.stream().map(Trouble::reason).toList();
    }

    /// The catalogue with one more book; the former book of that State when this one cannot be taken.
    private OffenceCatalogue withBook(
            OffenceCatalogue catalogue, String name, StateCode state, byte[] bytes, List<Trouble> troubles) {
        switch (bookReader.read(BookForm.JSON, bytes)) {
            case BookReading.Whole whole
            when whole.book().state().equals(state) -> {
                return catalogue.with(whole.book());
            }
            case BookReading.Whole whole ->
                troubles.add(
                        new Trouble(name, "it is the book of " + whole.book().state()));
            case BookReading.Refused refused ->
                troubles.add(new Trouble(
                        name,
                        refused.complaints().stream()
                                .map(complaint -> complaint.pointer() + " " + complaint.code())
                                .collect(Collectors.joining("; "))));
        }
        return current.catalogue().law(state).map(catalogue::with).orElse(catalogue);
    }
}
