package comity.law.treaty;

import comity.kernel.StateCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One state of the register: treaties, participants, and every act in every version. Immutable.
public final class TreatyRegister {
    private final LocalDate asOf;
    private final Map<String, String> about;
    private final Map<String, Instrument> instruments;
    private final Map<StateCode, Participant> participants;
    private final List<TreatyAct> everything;
    private final Map<String, TreatyAct> current;
    private final Map<StateCode, List<TreatyAct>> byParticipant;
    private final Map<String, List<TreatyAct.Objection>> objections;

    private TreatyRegister(
            Map<String, String> about,
            LocalDate asOf,
            Map<String, Instrument> instruments,
            Map<StateCode, Participant> participants,
            List<TreatyAct> acts) {
        this.about = Map.copyOf(about);
        this.asOf = asOf;
        this.instruments = instruments;
        this.participants = participants;
        this.everything = List.copyOf(acts);
        this.current = current(acts);
        this.byParticipant = current.values().stream()
                .collect(Collectors.groupingBy(act -> act.head().by()));
        this.objections = current.values().stream()
                .filter(TreatyAct.Objection.class::isInstance)
                .map(TreatyAct.Objection.class::cast)
                .collect(Collectors.groupingBy(TreatyAct.Objection::to));
    }

    /// Puts a register together.
    ///
    /// @param about in a sentence, what this register is, by BCP 47 tag; English must be there
    /// @param asOf the day on which the whole of it was last compared with the depositary
    /// @throws RegisterRefused when it contradicts itself, with every fault
    public static TreatyRegister of(
            Map<String, String> about,
            LocalDate asOf,
            Collection<Instrument> instruments,
            Collection<Participant> participants,
            List<TreatyAct> acts,
            FinalProvisions provisions)
            throws RegisterRefused {
        Map<String, Instrument> byCode = new TreeMap<>();
        instruments.forEach(instrument -> byCode.put(instrument.code(), instrument));
        Map<StateCode, Participant> byState = new TreeMap<>();
        participants.forEach(participant -> byState.put(participant.code(), participant));
        TreatyRegister register = new TreatyRegister(about, asOf, byCode, byState, acts);
        List<RegisterFault> faults = new RegisterCheck(register, provisions).faults(instruments, participants);
        if (!faults.isEmpty()) {
            throw new RegisterRefused(faults);
        }
        return register;
    }

    private static Map<String, TreatyAct> current(List<TreatyAct> acts) {
        return acts.stream()
                .collect(Collectors.toMap(
                        act -> act.head().id(),
                        Function.identity(),
                        (one, other) -> one.head().version() >= other.head().version() ? one : other,
                        TreeMap::new));
    }

    /// What this register is, in a sentence, by BCP 47 tag; English is always there.
    public Map<String, String> about() {
        return about;
    }

    /// The day on which the whole register was last compared with the depositary.
    public LocalDate asOf() {
        return asOf;
    }

    /// Whether nobody has compared it for so long that a page must say so.
    public boolean isNotVerifiedSince(LocalDate today, FinalProvisions provisions) {
        return asOf.plusDays(provisions.notVerifiedAfterDays().value()).isBefore(today);
    }

    /// By code.
    public Collection<Instrument> instruments() {
        return instruments.values();
    }

    public Optional<Instrument> instrument(String code) {
        return Optional.ofNullable(instruments.get(code));
    }

    /// By code.
    public Collection<Participant> participants() {
        return participants.values();
    }

    public Optional<Participant> participant(StateCode state) {
        return Optional.ofNullable(participants.get(state));
    }

    /// Every act in every version, as recorded.
    public List<TreatyAct> everything() {
        return everything;
    }

    /// The newest version of each act, by day.
    public Stream<TreatyAct> acts() {
        return current.values().stream()
                .sorted(Comparator.comparing((TreatyAct act) -> act.head().on())
                        .thenComparing(act -> act.head().id()));
    }

    /// The newest version of an act.
    public Optional<TreatyAct> act(String id) {
        return Optional.ofNullable(current.get(id));
    }

    /// All versions of an act, the first one first.
    public List<TreatyAct> history(String id) {
        return everything.stream()
                .filter(act -> act.head().id().equals(id))
                .sorted(Comparator.comparing(act -> act.head().version()))
                .toList();
    }

    /// What a participant did about a treaty, of one kind, by day; also what was taken back later.
    public <A extends TreatyAct> List<A> acts(Class<A> kind, String instrument, StateCode by) {
        return byParticipant.getOrDefault(by, List.of()).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(act -> act.head().instrument().equals(instrument))
                .sorted(Comparator.comparing(act -> act.head().on()))
                .toList();
    }

    /// Like [#acts(Class, String, StateCode)], but only what was done by a day and not taken back by it.
    public <A extends TreatyAct> List<A> standing(Class<A> kind, String instrument, StateCode by, LocalDate day) {
        return acts(kind, instrument, by).stream()
                .filter(act -> !act.head().on().latest().isAfter(day))
                .filter(act ->
                        takenBack(act).map(withdrawn -> withdrawn.isAfter(day)).orElse(true))
                .toList();
    }

    /// The day on which an act was taken back by whoever did it.
    public Optional<LocalDate> takenBack(TreatyAct act) {
        return acts(
                        TreatyAct.Withdrawal.class,
                        act.head().instrument(),
                        act.head().by())
                .stream()
                .filter(withdrawal -> withdrawal.of().equals(act.head().id()))
                .map(withdrawal -> withdrawal.head().on().latest())
                .findFirst();
    }

    /// Objections to a reservation that stand on a day.
    public List<TreatyAct.Objection> objections(TreatyAct.Reservation reservation, LocalDate day) {
        return objections.getOrDefault(reservation.head().id(), List.of()).stream()
                .filter(objection -> !objection.head().on().latest().isAfter(day))
                .filter(objection -> takenBack(objection)
                        .map(withdrawn -> withdrawn.isAfter(day))
                        .orElse(true))
                .toList();
    }

    /// The same register with more acts, or with corrections of those it has.
    ///
    /// @throws RegisterRefused when that would contradict itself
    public TreatyRegister with(List<TreatyAct> more, FinalProvisions provisions) throws RegisterRefused {
        return of(
                about,
                asOf,
                instruments.values(),
                participants.values(),
                Stream.concat(everything.stream(), more.stream()).toList(),
                provisions);
    }
}
