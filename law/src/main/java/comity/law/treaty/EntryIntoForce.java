package comity.law.treaty;

import comity.kernel.StateCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Reckons arts 64, 65 and 67: who is bound since when. Days are the depositary's, without hours and zones.
/// The count is taken anew from the instruments that stand, never kept and increased; once it was complete at
/// the end of a day, the Convention comes into force, whoever leaves afterwards.
public final class EntryIntoForce {
    private final TreatyRegister register;
    private final FinalProvisions provisions;
    private final List<TreatyAct.Deposit> supposed;
    /// The instruments about the Convention, by day.
    private final List<TreatyAct.Deposit> deposits;

    private final Optional<LocalDate> complete;

    public EntryIntoForce(TreatyRegister register, FinalProvisions provisions) {
        this(register, provisions, List.of());
    }

    private EntryIntoForce(TreatyRegister register, FinalProvisions provisions, List<TreatyAct.Deposit> supposed) {
        this.register = register;
        this.provisions = provisions;
        this.supposed = supposed;
        this.deposits = depositsByDay();
        this.complete = reckonCompletion();
    }

    /// The same register, and what would follow if these States deposited on these days. A day that a State with a
    /// standing instrument is given changes nothing.
    ///
    /// @param deposits a State that the register does not know counts as a State
    public EntryIntoForce supposing(Map<StateCode, LocalDate> deposits) {
        List<TreatyAct.Deposit> added = new ArrayList<>(supposed);
        new TreeMap<>(deposits).forEach((state, day) -> {
            if (standingDeposit(state, day).isEmpty()) {
                added.add(supposed(state, day));
            }
        });
        return new EntryIntoForce(register, provisions, added);
    }

    private TreatyAct.Deposit supposed(StateCode state, LocalDate day) {
        Provenance source = new Provenance("supposed", "", day, Provenance.Confidence.REPORTED, "");
        boolean signed = !register.standing(TreatyAct.Signature.class, Instrument.CONVENTION, state, day)
                .isEmpty();
        return new TreatyAct.Deposit(
                new TreatyAct.Head("supposed." + state.code(), 1, state, Instrument.CONVENTION, When.on(day), source),
                signed ? TreatyAct.Deposit.How.RATIFICATION : TreatyAct.Deposit.How.ACCESSION,
                Optional.empty());
    }

    /// The day of entry into force, once enough instruments have been deposited.
    public Optional<LocalDate> inForceOn() {
        return complete.map(day -> day.plusDays(provisions.daysAfter().value()));
    }

    /// Whether the Convention is in force on a day.
    public boolean isInForce(LocalDate day) {
        return inForceOn().map(on -> !on.isAfter(day)).orElse(false);
    }

    /// What would be the day if the last missing instrument were deposited on a day.
    public LocalDate ifCompletedOn(LocalDate day) {
        return day.plusDays(provisions.daysAfter().value());
    }

    /// How far it is on a day. Instruments of later days are left out.
    public Progress progress(LocalDate day) {
        List<TreatyAct.Deposit> standing = deposits.stream()
                .filter(deposit -> !deposit.head().on().latest().isAfter(day))
                .filter(deposit -> endOf(deposit).map(end -> end.isAfter(day)).orElse(true))
                .toList();
        Optional<LocalDate> completeByThen = complete.filter(completed -> !completed.isAfter(day));
        return new Progress(
                day,
                standing.stream().filter(this::counts).toList(),
                standing.stream().filter(deposit -> !counts(deposit)).toList(),
                provisions.instruments().value(),
                completeByThen,
                completeByThen.map(
                        completed -> completed.plusDays(provisions.daysAfter().value())),
                supposed.stream().map(deposit -> deposit.head().by()).toList());
    }

    /// Where a participant stands towards a treaty of the register on a day.
    public Standing standing(String instrument, StateCode state, LocalDate day) {
        Optional<Instrument> treaty = register.instrument(instrument);
        if (treaty.isPresent() && treaty.get().isClosed()) {
            return ofClosed(treaty.get(), state, day);
        }
        boolean known = treaty.map(Instrument::complete).orElse(false)
                && register.participant(state).isPresent();
        List<TreatyAct.Deposit> deposits = depositsOf(instrument, state).stream()
                .filter(deposit -> !deposit.head().on().latest().isAfter(day))
                .toList();
        if (deposits.isEmpty()) {
            return signature(instrument, state, day)
                    .map(signature ->
                            (Standing) new Standing.Signatory(signature.head().on()))
                    .orElse(new Standing.Nothing(known));
        }
        return after(deposits.getLast(), state, day);
    }

    private Standing after(TreatyAct.Deposit newest, StateCode state, LocalDate day) {
        Optional<LocalDate> takenBack = register.takenBack(newest).filter(back -> !back.isAfter(day));
        if (takenBack.isPresent()) {
            return new Standing.Former(takenBack.get());
        }
        Optional<LocalDate> from = bindsFrom(newest);
        if (from.isEmpty() || from.get().isAfter(day)) {
            return new Standing.Deposited(newest, from);
        }
        Optional<LocalDate> leaves = leaves(newest, state)
                .filter(leaving -> !leaving.notice().isAfter(day))
                .map(Leave::effective);
        if (leaves.isEmpty()) {
            return new Standing.Party(Optional.of(newest), from.get());
        }
        return leaves.get().isAfter(day)
                ? new Standing.Leaving(from.get(), leaves.get())
                : new Standing.Former(leaves.get());
    }

    private static Standing ofClosed(Instrument treaty, StateCode state, LocalDate day) {
        boolean begun = treaty.from().map(from -> !from.isAfter(day)).orElse(false);
        if (!treaty.between().contains(state) || !begun) {
            return new Standing.Nothing(true);
        }
        return treaty.until()
                .filter(until -> !until.isAfter(day))
                .map(until -> (Standing) new Standing.Former(until))
                .orElseGet(
                        () -> new Standing.Party(Optional.empty(), treaty.from().orElseThrow()));
    }

    /// Since when a treaty binds, or will bind, a participant by an instrument: of the Convention as reckoned from
    /// art. 65, of another as recorded. Where the day is not known, the last one it can be.
    public Optional<LocalDate> bindsFrom(TreatyAct.Deposit deposit) {
        if (!deposit.head().instrument().equals(Instrument.CONVENTION)) {
            return deposit.inForceOn().map(When::latest);
        }
        LocalDate own = deposit.head()
                .on()
                .latest()
                .plusDays(provisions.laterStateDays().value());
        return inForceOn().map(general -> own.isAfter(general) ? own : general);
    }

    private Optional<TreatyAct.Signature> signature(String instrument, StateCode state, LocalDate day) {
        return register.standing(TreatyAct.Signature.class, instrument, state, day).stream()
                .reduce((_, later) -> later);
    }

    private Optional<TreatyAct.Deposit> standingDeposit(StateCode state, LocalDate day) {
        return depositsOf(Instrument.CONVENTION, state).stream()
                .filter(deposit -> !deposit.head().on().earliest().isAfter(day))
                .filter(deposit -> endOf(deposit).map(end -> end.isAfter(day)).orElse(true))
                .findFirst();
    }

    private List<TreatyAct.Deposit> depositsOf(String instrument, StateCode state) {
        return Stream.concat(
                        register.acts(TreatyAct.Deposit.class, instrument, state).stream(),
                        supposed.stream()
                                .filter(deposit -> deposit.head().by().equals(state)
                                        && deposit.head().instrument().equals(instrument)))
                .sorted(Comparator.comparing(deposit -> deposit.head().on()))
                .toList();
    }

    private List<TreatyAct.Deposit> depositsByDay() {
        Set<StateCode> known = new java.util.TreeSet<>();
        register.participants().forEach(participant -> known.add(participant.code()));
        supposed.forEach(deposit -> known.add(deposit.head().by()));
        return known.stream()
                .flatMap(state -> depositsOf(Instrument.CONVENTION, state).stream())
                .sorted(Comparator.comparing(deposit -> deposit.head().on()))
                .toList();
    }

    private boolean counts(TreatyAct.Deposit deposit) {
        return register.participant(deposit.head().by())
                .map(Participant::isState)
                .orElse(!provisions.organizations().contains(deposit.head().by()));
    }

    /// The day from which an instrument no longer stands.
    private Optional<LocalDate> endOf(TreatyAct.Deposit deposit) {
        Optional<LocalDate> left = leaves(deposit, deposit.head().by()).map(Leave::effective);
        Optional<LocalDate> back = register.takenBack(deposit);
        return Stream.concat(left.stream(), back.stream()).min(Comparator.naturalOrder());
    }

    private record Leave(LocalDate notice, LocalDate effective) {}

    private Optional<Leave> leaves(TreatyAct.Deposit deposit, StateCode state) {
        return register.acts(TreatyAct.Denunciation.class, deposit.head().instrument(), state).stream()
                .filter(leaving -> leaving.head().on().compareTo(deposit.head().on()) >= 0)
                .filter(leaving -> register.takenBack(leaving).isEmpty())
                .map(leaving -> leaving.head().on().latest())
                .findFirst()
                .map(day -> new Leave(
                        day, day.plusYears(provisions.denunciationYears().value())));
    }

    /// Goes through the days on which the count changes, and stops at the first one at whose end it is complete.
    private Optional<LocalDate> reckonCompletion() {
        TreeMap<LocalDate, Integer> changes = new TreeMap<>();
        deposits.stream().filter(this::counts).forEach(deposit -> {
            changes.merge(deposit.head().on().latest(), 1, Integer::sum);
            endOf(deposit).ifPresent(end -> changes.merge(end, -1, Integer::sum));
        });
        int count = 0;
        for (Map.Entry<LocalDate, Integer> change : changes.entrySet()) {
            count += change.getValue();
            if (count >= provisions.instruments().value()) {
                return Optional.of(change.getKey());
            }
        }
        return Optional.empty();
    }
}
