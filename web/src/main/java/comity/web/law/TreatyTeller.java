package comity.web.law;

import comity.api.law.LawReason;
import comity.api.law.RegisterFile;
import comity.api.law.TreatyLine;
import comity.api.law.TreatyTable;
import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.law.living.LivingLaw;
import comity.law.offence.book.BookForm;
import comity.law.treaty.Duty;
import comity.law.treaty.EntryIntoForce;
import comity.law.treaty.FinalProvisions;
import comity.law.treaty.Instrument;
import comity.law.treaty.Participant;
import comity.law.treaty.Progress;
import comity.law.treaty.Provenance;
import comity.law.treaty.Standing;
import comity.law.treaty.TreatyAct;
import comity.law.treaty.TreatyRegister;
import comity.web.Messages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts the treaty register into words: the table, the count, and what one participant did.
public final class TreatyTeller {
    private final LivingLaw law;
    private final Messages messages;

    public TreatyTeller(LivingLaw law, Messages messages) {
        this.law = law;
        this.messages = messages;
    }

    /// The register as a file; a table has the acts only.
    public RegisterFile file(BookForm form) {
        return switch (form) {
            case JSON -> new RegisterFile("json", Utf8.text(law.register()));
            case CSV -> new RegisterFile("csv", Utf8.text(law.registerTable()));
        };
    }

    /// The status on a day.
    ///
    /// @param today what decides whether the register is recent enough
    /// @param supposed deposits that are only supposed; the day of the table is moved to the last of them
    public TreatyTable table(Language language, LocalDate day, LocalDate today, Map<StateCode, LocalDate> supposed) {
        TreatyRegister register = law.now().register();
        FinalProvisions provisions = law.provisions();
        EntryIntoForce entry = new EntryIntoForce(register, provisions).supposing(supposed);
        Progress progress = entry.progress(day);
        List<TreatyLine> lines = register.participants().stream()
                .filter(participant -> concernsTheConvention(register, participant, supposed))
                .map(participant -> line(language, register, entry, participant, day))
                .toList();
        Map<String, LocalDate> told = new TreeMap<>();
        supposed.forEach((state, on) -> told.put(state.code(), on));
        return new TreatyTable(
                day,
                sentence(language, entry, progress),
                progress.counted().size(),
                (int) progress.seen(),
                progress.notCounted().size(),
                progress.needed(),
                progress.missing(),
                entry.inForceOn().orElse(null),
                entry.ifCompletedOn(day),
                (int) lines.stream().filter(line -> line.signed() != null).count(),
                provisions.signatureCloses().value(),
                told,
                lines,
                inLanguage(register.about(), language),
                register.asOf(),
                !register.isNotVerifiedSince(today, provisions));
    }

    /// Where the register's silence means nothing, only who did something about the Convention has a line.
    private static boolean concernsTheConvention(
            TreatyRegister register, Participant participant, Map<StateCode, LocalDate> supposed) {
        return register.instrument(Instrument.CONVENTION)
                        .map(Instrument::complete)
                        .orElse(false)
                || supposed.containsKey(participant.code())
                || !register.acts(TreatyAct.class, Instrument.CONVENTION, participant.code())
                        .isEmpty();
    }

    private String sentence(Language language, EntryIntoForce entry, Progress progress) {
        Optional<LocalDate> inForce = entry.inForceOn();
        if (progress.isInForce()) {
            return say(language, "law.status.in-force", "day", Days.of(inForce.orElseThrow(), language));
        }
        if (inForce.isPresent()) {
            return say(language, "law.status.will-be", "day", Days.of(inForce.get(), language));
        }
        return say(
                language,
                "law.status.not-in-force",
                "counted",
                progress.counted().size(),
                "needed",
                progress.needed());
    }

    private String say(Language language, String key, Object... pairs) {
        return messages.text(language, key, pairs);
    }

    private TreatyLine line(
            Language language, TreatyRegister register, EntryIntoForce entry, Participant participant, LocalDate day) {
        StateCode state = participant.code();
        Standing standing = entry.standing(Instrument.CONVENTION, state, day);
        Optional<TreatyAct.Signature> signature =
                last(register.standing(TreatyAct.Signature.class, Instrument.CONVENTION, state, day));
        Optional<TreatyAct.Deposit> deposit = deposit(standing);
        return new TreatyLine(
                state.code(),
                Participants.name(register, state, language),
                !participant.isState(),
                LawTeller.word(participant.region()),
                signature.map(act -> act.head().on().toString()).orElse(null),
                deposit.map(act -> act.head().on().toString()).orElse(null),
                deposit.map(act -> act.how().letter()).orElse(null),
                confidence(deposit, signature),
                word(standing),
                inForce(standing),
                notes(language, register, state, day),
                deposit.isPresent() ? missing(register, participant, day) : List.of());
    }

    private static @Nullable String confidence(
            Optional<TreatyAct.Deposit> deposit, Optional<TreatyAct.Signature> signature) {
        return Stream.concat(deposit.stream(), signature.stream())
                .map(act -> act.head().source().confidence())
                .max(Comparator.naturalOrder())
                .filter(confidence -> confidence != Provenance.Confidence.SEEN)
                .map(LawTeller::word)
                .orElse(null);
    }

    private static Optional<TreatyAct.Deposit> deposit(Standing standing) {
        return switch (standing) {
            case Standing.Deposited deposited -> Optional.of(deposited.instrument());
            case Standing.Party party -> party.instrument();
            case Standing.Nothing _, Standing.Signatory _, Standing.Leaving _, Standing.Former _ -> Optional.empty();
        };
    }

    private static String word(Standing standing) {
        return switch (standing) {
            case Standing.Nothing _ -> "nothing";
            case Standing.Signatory _ -> "signatory";
            case Standing.Deposited _ -> "deposited";
            case Standing.Party _ -> "party";
            case Standing.Leaving _ -> "leaving";
            case Standing.Former _ -> "former";
        };
    }

    private static @Nullable LocalDate inForce(Standing standing) {
        return switch (standing) {
            case Standing.Deposited deposited -> deposited.from().orElse(null);
            case Standing.Party party -> party.since();
            case Standing.Leaving leaving -> leaving.since();
            case Standing.Nothing _, Standing.Signatory _, Standing.Former _ -> null;
        };
    }

    private static <A> Optional<A> last(List<A> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    private static List<LawReason> notes(Language language, TreatyRegister register, StateCode state, LocalDate day) {
        List<LawReason> notes = new ArrayList<>();
        register.standing(TreatyAct.Reservation.class, Instrument.CONVENTION, state, day)
                .forEach(reservation -> notes.add(note(
                        language, "reservation", reservation.head(), reservation.provisions(), reservation.text())));
        register.standing(TreatyAct.Declaration.class, Instrument.CONVENTION, state, day)
                .forEach(declaration -> notes.add(note(
                        language, "declaration", declaration.head(), declaration.provisions(), declaration.text())));
        register.standing(TreatyAct.Objection.class, Instrument.CONVENTION, state, day)
                .forEach(objection ->
                        notes.add(note(language, "objection", objection.head(), List.of(), objection.text())));
        return notes;
    }

    private static LawReason note(
            Language language, String code, TreatyAct.Head head, List<String> provisions, Map<String, String> text) {
        return new LawReason(
                code,
                inLanguage(text, language),
                LawTeller.orNothing(String.join(", ", provisions)),
                head.source().source(),
                LawTeller.orNothing(head.source().depositary()),
                head.source().asOf(),
                LawTeller.word(head.source().confidence()));
    }

    static String inLanguage(Map<String, String> text, Language language) {
        Collection<String> any = text.values();
        return Optional.ofNullable(text.get(language.tag()))
                .or(() -> Optional.ofNullable(text.get("en")))
                .orElseGet(() -> any.iterator().next());
    }

    /// Duties that are told with the deposit and have not been told.
    private List<String> missing(TreatyRegister register, Participant participant, LocalDate day) {
        return law.provisions().duties().stream()
                .filter(Duty::mustBefore)
                .filter(duty -> concerns(duty, participant))
                .map(Duty::code)
                .filter(code -> !isDone(register, participant.code(), code, day))
                .toList();
    }

    /// An organization tells how far it is competent, a State everything else.
    private static boolean concerns(Duty duty, Participant participant) {
        return participant.isState() != duty.code().equals(Duty.COMPETENCE);
    }

    static boolean isDone(TreatyRegister register, StateCode state, String duty, LocalDate day) {
        return Stream.concat(
                        register.standing(TreatyAct.Designation.class, Instrument.CONVENTION, state, day).stream()
                                .map(TreatyAct.Designation::duty),
                        register.standing(TreatyAct.Notification.class, Instrument.CONVENTION, state, day).stream()
                                .map(TreatyAct.Notification::duty))
                .anyMatch(done -> done.code().equals(duty));
    }

    /// Deposits by day, for the picture; those that count only.
    List<LocalDate> deposits(LocalDate day, Map<StateCode, LocalDate> supposed) {
        return new EntryIntoForce(law.now().register(), law.provisions())
                .supposing(supposed).progress(day).counted().stream()
                        .map(deposit -> deposit.head().on().latest())
                        .sorted()
                        .toList();
    }

    /// One participant.
    StateSheet sheet(Language language, Participant participant, LocalDate today) {
        TreatyRegister register = law.now().register();
        EntryIntoForce entry = new EntryIntoForce(register, law.provisions());
        TreatyLine line = line(language, register, entry, participant, today);
        return new StateSheet(
                line,
                say(language, "law.standing." + line.standing()),
                duties(language, register, participant, today),
                acts(language, register, participant),
                begins(language),
                Optional.ofNullable(line.inForce()).map(day -> Days.of(day, language)));
    }

    private List<StateSheet.DutyLine> duties(
            Language language, TreatyRegister register, Participant participant, LocalDate day) {
        return law.provisions().duties().stream()
                .filter(duty -> concerns(duty, participant))
                .map(duty -> new StateSheet.DutyLine(
                        duty.code(),
                        say(language, "law.duty." + duty.code()),
                        duty.source().value(),
                        isDone(register, participant.code(), duty.code(), day),
                        duty.mustBefore(),
                        said(language, register, participant.code(), duty.code(), day)))
                .toList();
    }

    private static String said(
            Language language, TreatyRegister register, StateCode state, String duty, LocalDate day) {
        return Stream.concat(
                        register.standing(TreatyAct.Designation.class, Instrument.CONVENTION, state, day).stream()
                                .filter(act -> act.duty().code().equals(duty))
                                .map(TreatyAct.Designation::authority),
                        register.standing(TreatyAct.Notification.class, Instrument.CONVENTION, state, day).stream()
                                .filter(act -> act.duty().code().equals(duty))
                                .map(TreatyAct.Notification::said))
                .map(text -> LanguageNames.told(inLanguage(text, language), language))
                .reduce((_, later) -> later)
                .orElse("");
    }

    private List<StateSheet.ActLine> acts(Language language, TreatyRegister register, Participant participant) {
        return register.everything().stream()
                .filter(act -> act.head().by().equals(participant.code()))
                .sorted(Comparator.comparing((TreatyAct act) -> act.head().on())
                        .thenComparing(act -> act.head().version())
                        .reversed())
                .map(act -> act(language, register, act))
                .toList();
    }

    private StateSheet.ActLine act(Language language, TreatyRegister register, TreatyAct act) {
        TreatyAct.Head head = act.head();
        String text = switch (act) {
            case TreatyAct.Deposit deposit ->
                say(language, "law.how." + deposit.how().letter()) + " ("
                        + deposit.how().letter() + ")";
            case TreatyAct.Reservation reservation -> inLanguage(reservation.text(), language);
            case TreatyAct.Declaration declaration -> inLanguage(declaration.text(), language);
            case TreatyAct.Objection objection -> inLanguage(objection.text(), language);
            case TreatyAct.Designation designation ->
                told(language, designation.duty(), inLanguage(designation.authority(), language));
            case TreatyAct.Notification notification ->
                told(
                        language,
                        notification.duty(),
                        LanguageNames.told(inLanguage(notification.said(), language), language));
            case TreatyAct.Withdrawal withdrawal -> withdrawal.of();
            case TreatyAct.Signature _, TreatyAct.Denunciation _ -> "";
        };
        return new StateSheet.ActLine(
                act.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT),
                register.instrument(head.instrument())
                        .map(treaty -> inLanguage(treaty.titles(), language))
                        .orElse(head.instrument()),
                Days.of(head.on(), language),
                text,
                head.version(),
                note(
                        language,
                        "source",
                        head,
                        List.of(),
                        Map.of("en", head.source().note())));
    }

    /// The State's own words are set apart, because they may run the other way.
    private String told(Language language, Duty duty, String said) {
        return say(language, "law.duty." + duty.code()) + " – \u2068" + said + "\u2069";
    }

    /// What the Convention asks of a State once it binds it: every measure of cooperation, by its article.
    private List<LawReason> begins(Language language) {
        return law.now().eligibility().cooperations().all().stream()
                .map(measure -> new LawReason(
                        measure.code(),
                        say(language, "law.measure." + measure.code()),
                        measure.article(),
                        null,
                        null,
                        measure.source().asOf(),
                        null))
                .toList();
    }
}
