package comity.requests.preservation;

import comity.directory.Directory;
import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.law.Law;
import comity.law.TreatyStatus;
import comity.law.basis.Between;
import comity.law.basis.Carries;
import comity.law.eligibility.Asked;
import comity.law.eligibility.BasisAnswer;
import comity.law.eligibility.EligibilityAnswer;
import comity.law.living.LivingLaw;
import comity.law.treaty.Instrument;
import comity.law.treaty.Participant;
import comity.safeguards.Basis;
import comity.safeguards.Standing;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What binds two States today: from the treaty register, once the registry has published one; from the entries of its
/// list before that.
final class Standings {
    private final Directory directory;
    private final Law law;
    private final LivingLaw living;
    private final Clock clock;

    Standings(Directory directory, Law law, LivingLaw living, Clock clock) {
        this.directory = directory;
        this.law = law;
        this.living = living;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /// Where a State stands towards the Convention. One that nobody knows is bound by nothing.
    Standing of(StateCode state) {
        LivingLaw.State now = living.now();
        Optional<Participant> participant = now.register().participant(state).filter(_ -> now.published());
        return participant
                .map(known -> new Standing(
                        state,
                        now.bases()
                                .entry()
                                .standing(Instrument.CONVENTION, state, today())
                                .status(known),
                        now.eligibility().reservedDualCriminality(state, today())))
                .orElseGet(() -> ofList(state));
    }

    private Standing ofList(StateCode state) {
        return directory
                .find(state)
                .map(entry ->
                        new Standing(state, entry.status(), entry.preservation().dualCriminalityReservation()))
                .orElseGet(() -> new Standing(state, TreatyStatus.NEITHER, false));
    }

    /// Whether what a request names as its basis binds both, as far as the register knows.
    Basis.Binds binds(String basis, StateCode requesting, StateCode requested) {
        if (!living.now().published()) {
            return Basis.Binds.NOT_KNOWN;
        }
        List<Carries> answers = answer(requesting, requested).bases().stream()
                .filter(answer -> answer.basis().equals(basis))
                .map(BasisAnswer::carries)
                .toList();
        if (answers.stream().anyMatch(carries -> carries == Carries.YES || carries == Carries.WITH_FACTS)) {
            return Basis.Binds.BOTH;
        }
        return answers.contains(Carries.NOT_KNOWN) || answers.isEmpty() ? Basis.Binds.NOT_KNOWN : Basis.Binds.NOT_BOTH;
    }

    /// Whether a reservation of either has taken an article of the Convention out between the two.
    boolean excluded(String article, StateCode requesting, StateCode requested) {
        return living.now().published()
                && living.now().bases().between(requesting, requested, today()).stream()
                        .filter(between -> between.instrument().isConvention())
                        .anyMatch(between -> between.excludes(article));
    }

    /// What a new request would name as its basis: the fields of the form; none when the register knows of no treaty.
    Map<String, String> basisOfNew(StateCode requesting, StateCode requested, Language language) {
        Map<String, String> fields = new HashMap<>();
        if (!living.now().published()) {
            return fields;
        }
        answer(requesting, requested).best().ifPresent(best -> {
            fields.put("/basis/code", best.basis());
            boolean named = law.bases()
                    .find(best.basis())
                    .map(basis -> basis.needsReference())
                    .orElse(false);
            if (named) {
                best.treaty()
                        .map(Between::instrument)
                        .map(treaty -> treaty.titles()
                                .getOrDefault(language.tag(), treaty.titles().getOrDefault("en", "")))
                        .ifPresent(title -> fields.put("/basis/reference", title));
            }
        });
        return fields;
    }

    /// For an offence of the Convention, whichever it will be.
    private EligibilityAnswer answer(StateCode requesting, StateCode requested) {
        return living.now()
                .eligibility()
                .of(new Asked(
                        requesting,
                        requested,
                        new Asked.AnyConventionOffence(),
                        living.cooperations().preservation().code(),
                        Optional.empty(),
                        today()));
    }
}
