package comity.law.basis;

import comity.kernel.StateCode;
import comity.law.Fact;
import comity.law.treaty.EntryIntoForce;
import comity.law.treaty.FinalProvisions;
import comity.law.treaty.Instrument;
import comity.law.treaty.Progress;
import comity.law.treaty.Provenance;
import comity.law.treaty.Standing;
import comity.law.treaty.TreatyAct;
import comity.law.treaty.TreatyRegister;
import comity.law.treaty.When;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which treaties bind two States towards each other on a day, with the reservations of both taken together.
public final class TreatyBases {
    private final TreatyRegister register;
    private final EntryIntoForce entry;
    private final FinalProvisions provisions;
    private final TreatyReaches reaches;

    public TreatyBases(TreatyRegister register, FinalProvisions provisions) {
        this.register = register;
        this.provisions = provisions;
        this.entry = new EntryIntoForce(register, provisions);
        this.reaches = TreatyReaches.load();
    }

    public TreatyRegister register() {
        return register;
    }

    public EntryIntoForce entry() {
        return entry;
    }

    /// Every treaty of the register: the Convention first, then others open to many, regional ones, those of the two. A
    /// closed treaty that does not name both is left out.
    public List<Between> between(StateCode asking, StateCode asked, LocalDate day) {
        return register.instruments().stream()
                .filter(instrument -> !instrument.isClosed()
                        || instrument.between().contains(asking)
                                && instrument.between().contains(asked))
                .sorted(Comparator.comparing(Instrument::kind).thenComparing(Instrument::code))
                .map(instrument -> between(instrument, asking, asked, day))
                .toList();
    }

    private Between between(Instrument instrument, StateCode asking, StateCode asked, LocalDate day) {
        Standing one = entry.standing(instrument.code(), asking, day);
        Standing other = entry.standing(instrument.code(), asked, day);
        List<Reason> reasons = new ArrayList<>();
        List<TreatyAct.Reservation> reservations = new ArrayList<>();
        Carries binds;
        if (instrument.isConvention() && !entry.isInForce(day)) {
            notInForce(reasons, day);
            standing(instrument, asking, one, day, reasons);
            standing(instrument, asked, other, day, reasons);
            binds = Carries.NO;
        } else {
            binds = standing(instrument, asking, one, day, reasons)
                    .and(standing(instrument, asked, other, day, reasons));
        }
        if (instrument.isConvention() || binds == Carries.YES) {
            reservations(instrument, asking, asked, day, reservations, reasons);
            reservations(instrument, asked, asking, day, reservations, reasons);
            if (precluded(instrument, asking, asked, reservations, day, reasons)) {
                binds = Carries.NO;
            }
        }
        return new Between(instrument, reaches.basis(instrument), binds, one, other, reservations, reasons);
    }

    private void notInForce(List<Reason> reasons, LocalDate day) {
        Progress progress = entry.progress(day);
        if (progress.inForceOn().isPresent()) {
            reasons.add(Reason.of(
                    "convention-in-force-from",
                    provisions.instruments().article(),
                    progress.inForceOn().get().toString()));
            return;
        }
        reasons.add(Reason.of(
                "convention-not-in-force",
                provisions.instruments().article(),
                String.valueOf(progress.counted().size()),
                String.valueOf(progress.needed())));
    }

    private Carries standing(
            Instrument instrument, StateCode state, Standing standing, LocalDate day, List<Reason> reasons) {
        String who = state.code();
        return switch (standing) {
            case Standing.Party party -> {
                reasons.add(party.instrument()
                        .map(deposit -> Reason.from(
                                bindsFromAKnownDay(deposit) ? "bound-since" : "bound-at-latest",
                                "",
                                deposit.head().source(),
                                who,
                                party.since().toString()))
                        .orElseGet(() -> Reason.from(
                                "bound-since",
                                "",
                                instrument.source(),
                                who,
                                party.since().toString())));
                yield Carries.YES;
            }
            case Standing.Leaving leaving -> {
                reasons.add(Reason.of(
                        "bound-until",
                        provisions.denunciationYears().article(),
                        who,
                        leaving.until().toString()));
                yield Carries.YES;
            }
            case Standing.Deposited deposited -> {
                TreatyAct.Head head = deposited.instrument().head();
                if (deposited.from().isEmpty() && isOld(instrument, head.source(), day)) {
                    reasons.add(Reason.from(
                            "deposited-then",
                            "",
                            head.source(),
                            who,
                            head.on().toString(),
                            head.source().asOf().toString()));
                    yield Carries.NOT_KNOWN;
                }
                reasons.add(deposited
                        .from()
                        .map(from -> Reason.from(
                                "bound-from",
                                provisions.laterStateDays().article(),
                                head.source(),
                                who,
                                from.toString()))
                        .orElseGet(() -> Reason.from(
                                "deposited-not-bound",
                                "",
                                head.source(),
                                who,
                                head.on().toString())));
                yield Carries.NO;
            }
            case Standing.Signatory signatory -> signed(instrument, state, signatory, day, reasons);
            case Standing.Former former -> {
                reasons.add(Reason.of("bound-no-longer", "", who, former.since().toString()));
                yield Carries.NO;
            }
            case Standing.Nothing nothing -> {
                reasons.add(
                        Reason.from(nothing.known() ? "not-a-party" : "not-recorded", "", instrument.source(), who));
                yield nothing.known() ? Carries.NO : Carries.NOT_KNOWN;
            }
        };
    }

    /// Who signed another treaty may have ratified it since the list was made that does not say so.
    private Carries signed(
            Instrument instrument, StateCode state, Standing.Signatory signatory, LocalDate day, List<Reason> reasons) {
        if (instrument.isConvention()) {
            reasons.add(Reason.of(
                    "signed-not-bound",
                    provisions.signatureOpens().article(),
                    state.code(),
                    signatory.on().toString()));
            return Carries.NO;
        }
        Provenance source = register.standing(TreatyAct.Signature.class, instrument.code(), state, day)
                .getLast()
                .head()
                .source();
        if (isOld(instrument, source, day)) {
            reasons.add(Reason.from(
                    "signed-then",
                    "",
                    source,
                    state.code(),
                    signatory.on().toString(),
                    source.asOf().toString()));
            return Carries.NOT_KNOWN;
        }
        reasons.add(Reason.from(
                "signed-not-bound", "", source, state.code(), signatory.on().toString()));
        return Carries.NO;
    }

    private static boolean bindsFromAKnownDay(TreatyAct.Deposit deposit) {
        return deposit.inForceOn().map(When::isExact).orElse(true);
    }

    /// Whether a statement is too old for its silence to mean anything.
    private boolean isOld(Instrument instrument, Provenance source, LocalDate day) {
        return !instrument.isConvention()
                && !instrument.complete()
                && source.asOf()
                        .plusDays(provisions.notVerifiedAfterDays().value())
                        .isBefore(day);
    }

    private void reservations(
            Instrument instrument,
            StateCode by,
            StateCode other,
            LocalDate day,
            List<TreatyAct.Reservation> found,
            List<Reason> reasons) {
        for (TreatyAct.Reservation reservation :
                register.standing(TreatyAct.Reservation.class, instrument.code(), by, day)) {
            found.add(reservation);
            reasons.add(Reason.from(
                    reservation.effect() == TreatyAct.Reservation.Effect.EXCLUDES
                            ? "reservation-excludes"
                            : "reservation-narrows",
                    String.join(", ", reservation.provisions()),
                    reservation.head().source(),
                    by.code(),
                    other.code()));
        }
    }

    /// An objecting State can say that the treaty is not to be in force between itself and the reserving one.
    private boolean precluded(
            Instrument instrument,
            StateCode asking,
            StateCode asked,
            List<TreatyAct.Reservation> reservations,
            LocalDate day,
            List<Reason> reasons) {
        boolean precluded = false;
        for (TreatyAct.Reservation reservation : reservations) {
            for (TreatyAct.Objection objection : register.objections(reservation, day)) {
                StateCode by = objection.head().by();
                boolean ofThePair = by.equals(asking) || by.equals(asked);
                if (!ofThePair) {
                    continue;
                }
                reasons.add(Reason.from(
                        objection.precludes() ? "objection-precludes" : "objection",
                        provisions.objectionMonths().article(),
                        objection.head().source(),
                        by.code(),
                        reservation.head().by().code()));
                precluded |= objection.precludes();
            }
        }
        return precluded;
    }

    /// Whether another treaty than the Convention carries a measure for this kind of data, once it binds both.
    public Optional<Carried> reach(Between between, String measure, Optional<DataClass> data) {
        return reaches.of(between.instrument(), measure)
                .filter(reach -> reach.data().isEmpty()
                        || data.map(kind -> reach.data().contains(kind)).orElse(true))
                .map(TreatyBases::carried);
    }

    /// Whether a treaty is on one kind of crime only, so that another one is named first.
    public boolean isForCertainOffences(Instrument instrument) {
        return reaches.isForCertainOffences(instrument);
    }

    /// Whether a promise to do the same may carry a measure.
    public Optional<Carried> promise(String measure) {
        return reaches.ofPromise(measure).map(TreatyBases::carried);
    }

    private static Carried carried(Reach reach) {
        return new Carried(reach.source(), reach.conditions().stream().sorted().toList());
    }

    /// What carries a measure.
    ///
    /// @param source its value is the article to cite
    /// @param conditions what must be shown besides
    public record Carried(Fact<String> source, List<String> conditions) {
        public Carried {
            conditions = List.copyOf(conditions);
        }
    }

    /// That another treaty on legal assistance, where it binds both, governs how a request is made (art. 40(7)).
    public Fact<Boolean> assistanceTreatyPrevails() {
        return reaches.assistanceTreatyPrevails();
    }

    /// That earlier agreements may be applied instead (art. 60).
    public Fact<Boolean> earlierAgreements() {
        return reaches.earlierAgreements();
    }
}
