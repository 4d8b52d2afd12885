package comity.law.living;

import comity.kernel.Complaint;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.law.BrokenLawFile;
import comity.law.Law;
import comity.law.basis.TreatyBases;
import comity.law.dispute.Dispute;
import comity.law.dispute.DisputeBook;
import comity.law.eligibility.Cooperations;
import comity.law.eligibility.Eligibility;
import comity.law.matching.Matcher;
import comity.law.offence.DualCriminalityRules;
import comity.law.offence.Elements;
import comity.law.offence.NationalLaw;
import comity.law.offence.OffenceCatalogue;
import comity.law.offence.ProvisionId;
import comity.law.offence.book.BookForm;
import comity.law.offence.book.BookReader;
import comity.law.offence.book.BookReading;
import comity.law.offence.book.BookWriter;
import comity.law.treaty.FinalProvisions;
import comity.law.treaty.RegisterBook;
import comity.law.treaty.RegisterImport;
import comity.law.treaty.RegisterRefused;
import comity.law.treaty.RegisterTable;
import comity.law.treaty.TreatyRegister;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Holds the law that is in force here, and takes new books in one step. Until a registry has published a register, the
/// published facts that this version carries stand in for it.
public final class LivingLaw {
    private static final Pattern NATIONAL = Pattern.compile("law/([A-Z]{2})");

    private final Law law;
    private final Cooperations cooperations;
    private final FinalProvisions provisions = FinalProvisions.load();
    private final RegisterBook registerBook = new RegisterBook(provisions);
    private final RegisterImport registers = new RegisterImport(provisions);
    private final Elements elements = Elements.load();
    private final DualCriminalityRules dualCriminality = DualCriminalityRules.load();
    private final BookReader bookReader = new BookReader(elements, dualCriminality);
    private final Map<StateCode, Taken> taken = new HashMap<>();
    private byte[] takenRegister = new byte[0];
    private volatile State current;

    /// A State's book as it came, so that it is not read again while it stays the same.
    private record Taken(byte[] bytes, NationalLaw book) {}

    /// What holds together.
    ///
    /// @param published the register came from the registry, rather than with this version
    /// @param disputes what is disputed in each State's book; no answer rests on it
    /// @param troubles books that could not be taken, with the reason
    public record State(
            TreatyRegister register,
            boolean published,
            TreatyBases bases,
            OffenceCatalogue catalogue,
            Eligibility eligibility,
            Matcher matcher,
            Map<StateCode, DisputeBook> disputes,
            List<Trouble> troubles) {
        public State {
            disputes = Map.copyOf(disputes);
            troubles = List.copyOf(troubles);
        }

        /// Who holds an entry to be wrong, and why.
        public List<Dispute> disputes(ProvisionId id) {
            return Optional.ofNullable(disputes.get(id.state()))
                    .map(book -> book.of(id))
                    .orElseGet(List::of);
        }
    }

    /// A book that could not be taken; the one before it stays.
    public record Trouble(String book, String reason) {}

    public LivingLaw(Law law) {
        this.law = law;
        this.cooperations = Cooperations.load(law.terms(), law.grounds());
        this.current = state(registerBook.published(), false, OffenceCatalogue.empty(elements), Map.of(), List.of());
    }

    private State state(
            TreatyRegister register,
            boolean published,
            OffenceCatalogue catalogue,
            Map<StateCode, DisputeBook> disputes,
            List<Trouble> troubles) {
        TreatyBases bases = new TreatyBases(register, provisions);
        return new State(
                register,
                published,
                bases,
                catalogue,
                new Eligibility(law, cooperations, dualCriminality, bases, catalogue),
                new Matcher(catalogue),
                disputes,
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

    /// What reads a State's book of provisions, also one that nobody has published.
    public BookReader bookReader() {
        return bookReader;
    }

    /// The bytes in which the register that stands now is published.
    public byte[] register() {
        return registerBook.write(current.register());
    }

    /// The acts of the register as a table.
    public byte[] registerTable() {
        return new RegisterTable(provisions).write(current.register());
    }

    /// Takes the books of the registry's newest list, and reads those that have changed. A book of another name
    /// is left alone.
    ///
    /// @param books by name
    public synchronized void take(Map<String, byte[]> books) {
        List<Trouble> troubles = new ArrayList<>();
        TreatyRegister register = current.register();
        boolean published = current.published();
        byte[] treaties = books.get(RegisterBook.NAME);
        if (treaties != null && !Arrays.equals(treaties, takenRegister)) {
            try {
                register = registerBook.read(RegisterBook.NAME, treaties);
                takenRegister = treaties.clone();
                published = true;
            } catch (RegisterRefused | BrokenLawFile e) {
                troubles.add(new Trouble(RegisterBook.NAME, String.valueOf(e.getMessage())));
            }
        }
        OffenceCatalogue catalogue = OffenceCatalogue.empty(elements);
        Map<StateCode, DisputeBook> disputes = new HashMap<>();
        for (Map.Entry<String, byte[]> book : new TreeMap<>(books).entrySet()) {
            java.util.regex.Matcher name = NATIONAL.matcher(book.getKey());
            if (name.matches()) {
                catalogue = withBook(catalogue, book.getKey(), new StateCode(name.group(1)), book.getValue(), troubles);
            }
            DisputeBook.state(book.getKey())
                    .ifPresent(state -> disputed(book.getKey(), state, book.getValue(), troubles)
                            .ifPresent(read -> disputes.put(state, read)));
        }
        current = state(register, published, catalogue, disputes, troubles);
    }

    /// What is disputed in a State's book; as it was before when this one cannot be taken.
    private Optional<DisputeBook> disputed(String name, StateCode state, byte[] bytes, List<Trouble> troubles) {
        return switch (DisputeBook.read(state, bytes)) {
            case DisputeBook.Reading.Whole(DisputeBook book) -> Optional.of(book);
            case DisputeBook.Reading.Refused(List<Complaint> complaints) -> {
                troubles.add(new Trouble(name, reasons(complaints)));
                yield Optional.ofNullable(current.disputes().get(state));
            }
        };
    }

    private static String reasons(List<Complaint> complaints) {
        return complaints.stream()
                .map(complaint -> complaint.pointer() + " " + complaint.code())
                .collect(Collectors.joining("; "));
    }

    /// What came of reading a book that somebody would have published.
    public sealed interface Proposed {
        /// It can be published.
        ///
        /// @param document in the form in which it is published
        record Whole(byte[] document) implements Proposed {}

        /// Nothing of it is taken.
        record Refused(List<Complaint> complaints) implements Proposed {
            public Refused {
                complaints = List.copyOf(complaints);
            }
        }
    }

    /// Reads a book before anybody publishes it: as JSON, or as a table (CSV), which is put into the form of a book. A
    /// book of another name than ours is not looked at.
    public Proposed read(String name, byte[] bytes) {
        if (name.equals(RegisterBook.NAME)) {
            return switch (registers.read(bytes, current.register())) {
                case RegisterImport.Taken.Whole(TreatyRegister register) ->
                    new Proposed.Whole(registerBook.write(register));
                case RegisterImport.Taken.Refused(List<Complaint> complaints) -> new Proposed.Refused(complaints);
            };
        }
        Optional<StateCode> disputed = DisputeBook.state(name);
        if (disputed.isPresent()) {
            return disputes(disputed.get(), bytes);
        }
        java.util.regex.Matcher national = NATIONAL.matcher(name);
        return national.matches() ? national(new StateCode(national.group(1)), bytes) : new Proposed.Whole(bytes);
    }

    /// Only what is in the State's book can be disputed anew; an entry that has gone since does no harm.
    private Proposed disputes(StateCode state, byte[] bytes) {
        return switch (DisputeBook.read(state, bytes)) {
            case DisputeBook.Reading.Whole(DisputeBook book) -> {
                List<Complaint> unknown = book.disputes().stream()
                        .filter(dispute -> current.disputes(dispute.provision()).isEmpty())
                        .map(Dispute::provision)
                        .distinct()
                        .filter(id -> current.catalogue()
                                .law(state)
                                .flatMap(law -> law.provision(id))
                                .isEmpty())
                        .map(id -> Complaint.blocks("", "provision-unknown").with(Map.of("value", id.id())))
                        .toList();
                yield unknown.isEmpty() ? new Proposed.Whole(book.write()) : new Proposed.Refused(unknown);
            }
            case DisputeBook.Reading.Refused(List<Complaint> complaints) -> new Proposed.Refused(complaints);
        };
    }

    private Proposed national(StateCode state, byte[] bytes) {
        BookForm form = RegisterImport.isJson(bytes) ? BookForm.JSON : BookForm.CSV;
        return switch (bookReader.read(form, bytes)) {
            case BookReading.Whole(NationalLaw book, var _)
            when !book.state().equals(state) ->
                new Proposed.Refused(List.of(Complaint.blocks("", "book-of-another-state")
                        .with(Map.of("value", book.state().code()))));
            case BookReading.Whole(NationalLaw book, var _) ->
                new Proposed.Whole(form == BookForm.JSON ? bytes : Utf8.bytes(BookWriter.write(BookForm.JSON, book)));
            case BookReading.Refused(List<Complaint> complaints) -> new Proposed.Refused(complaints);
        };
    }

    /// The catalogue with one more book; the former book of that State when this one cannot be taken.
    private OffenceCatalogue withBook(
            OffenceCatalogue catalogue, String name, StateCode state, byte[] bytes, List<Trouble> troubles) {
        @Nullable Taken before = taken.get(state);
        if (before != null && Arrays.equals(before.bytes(), bytes)) {
            return catalogue.with(before.book());
        }
        switch (bookReader.read(BookForm.JSON, bytes)) {
            case BookReading.Whole whole
            when whole.book().state().equals(state) -> {
                taken.put(state, new Taken(bytes.clone(), whole.book()));
                return catalogue.with(whole.book());
            }
            case BookReading.Whole whole ->
                troubles.add(
                        new Trouble(name, "it is the book of " + whole.book().state()));
            case BookReading.Refused refused -> troubles.add(new Trouble(name, reasons(refused.complaints())));
        }
        return current.catalogue().law(state).map(catalogue::with).orElse(catalogue);
    }
}
