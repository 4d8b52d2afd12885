package comity.law.eligibility;

import comity.kernel.StateCode;
import comity.law.Law;
import comity.law.Offence;
import comity.law.basis.Between;
import comity.law.basis.Carries;
import comity.law.basis.DataClass;
import comity.law.basis.Reason;
import comity.law.basis.TreatyBases;
import comity.law.matching.DualCriminality;
import comity.law.matching.Seriousness;
import comity.law.offence.DualCriminalityRules;
import comity.law.offence.OffenceCatalogue;
import comity.law.treaty.Duty;
import comity.law.treaty.Instrument;
import comity.law.treaty.Provenance;
import comity.law.treaty.TreatyAct;
import comity.law.treaty.TreatyRegister;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Answers the one question, from the register, the books of national law and the files of the Convention. Pure: no
/// clock, no disk, no network.
public final class Eligibility {
    private static final String RESERVED_DUAL_CRIMINALITY = "reserved-dual-criminality";
    private static final String NOT_IN_CONFORMITY = "not-in-conformity";

    private final Law law;
    private final Cooperations cooperations;
    private final TreatyBases bases;
    private final OffenceCatalogue catalogue;
    private final DualCriminality dualCriminality;
    private final Seriousness seriousness;

    public Eligibility(
            Law law,
            Cooperations cooperations,
            DualCriminalityRules rules,
            TreatyBases bases,
            OffenceCatalogue catalogue) {
        this.law = law;
        this.cooperations = cooperations;
        this.bases = bases;
        this.catalogue = catalogue;
        this.dualCriminality = new DualCriminality(rules);
        this.seriousness = new Seriousness(law.offences());
    }

    public Cooperations cooperations() {
        return cooperations;
    }

    /// Answers, whoever asks.
    ///
    /// @throws IllegalArgumentException when the measure or the Convention's offence does not exist
    public EligibilityAnswer of(Asked asked) {
        Cooperation measure = cooperations
                .find(asked.measure())
                .orElseThrow(() -> new IllegalArgumentException("Not a measure: " + asked.measure()));
        Optional<Offence> offence = offence(asked.crime());
        Optional<Seriousness.Side> asking = side(asked.asking(), asked, offence);
        Optional<Seriousness.Side> other = side(asked.asked(), asked, offence);
        List<Between> treaties = bases.between(asked.asking(), asked.asked(), asked.day());
        List<BasisAnswer> answers = new ArrayList<>();
        for (Between treaty : treaties) {
            answers.add(
                    treaty.instrument().isConvention()
                            ? convention(asked, measure, offence, asking, treaty, treaties)
                            : otherTreaty(asked, measure, treaty));
        }
        answers.add(promise(measure));
        if (asked.asking().equals(asked.asked())) {
            answers.replaceAll(this::atHome);
        }
        return new EligibilityAnswer(
                asked,
                measure,
                answers.stream()
                        .map(BasisAnswer::carries)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                answers,
                channel(measure, asked),
                measure.open(
                        reservedDualCriminality(asked.asked(), asked.day()),
                        asked.crime().isOfConvention()),
                measure.neverAlone(),
                dualCriminality(measure.code(), asked.asked(), asked.crime().isOfConvention(), asked.day()),
                asking,
                other,
                cautions(asked, measure, offence, other, treaties),
                bases.register().asOf());
    }

    private Reason caution(String code) {
        return Reason.of(code, cooperations.citation(code));
    }

    private BasisAnswer atHome(BasisAnswer answer) {
        return new BasisAnswer(
                answer.basis(),
                answer.treaty(),
                answer.article(),
                answer.narrow(),
                Carries.NO,
                List.of(caution("same-state")));
    }

    private Optional<Offence> offence(Asked.Crime crime) {
        return switch (crime) {
            case Asked.ConventionOffence(String id) ->
                Optional.of(law.offences()
                        .find(id)
                        .orElseThrow(() -> new IllegalArgumentException("Not an offence: " + id)));
            case Asked.AnyConventionOffence _, Asked.OtherCrime _ -> Optional.empty();
        };
    }

    private Optional<Seriousness.Side> side(StateCode state, Asked asked, Optional<Offence> offence) {
        return offence.map(found -> seriousness.of(catalogue, state, found.id(), asked.day()))
                .filter(side -> side.provision().isPresent());
    }

    private BasisAnswer convention(
            Asked asked,
            Cooperation measure,
            Optional<Offence> offence,
            Optional<Seriousness.Side> asking,
            Between treaty,
            List<Between> treaties) {
        List<Reason> reasons = new ArrayList<>(treaty.reasons());
        Carries carries = treaty.binds();
        if (treaty.excludes(measure.article())) {
            reasons.add(Reason.of("measure-excluded", measure.article()));
            carries = Carries.NO;
        }
        carries = carries.and(opens(asked, measure, offence, asking, treaty, reasons));
        carries = carries.and(data(asked, measure, reasons));
        if (measure.obligation() == Cooperation.Obligation.ENDEAVOUR) {
            reasons.add(Reason.of("endeavour", measure.article()));
        }
        otherAssistanceTreaty(measure, treaties, reasons);
        return new BasisAnswer(treaty.basis(), Optional.of(treaty), measure.article(), false, carries, reasons);
    }

    private Carries opens(
            Asked asked,
            Cooperation measure,
            Optional<Offence> offence,
            Optional<Seriousness.Side> asking,
            Between treaty,
            List<Reason> reasons) {
        if (offence.isPresent()) {
            String article = String.valueOf(offence.get().article());
            if (!treaty.excludes(article)) {
                reasons.add(Reason.of("convention-offence", article));
                return told(measure.conventionOffence(), measure, reasons);
            }
            // Between these two it is not an offence established in accordance with the Convention.
            reasons.add(Reason.of("offence-excluded", article));
            return serious(
                    asking.map(Seriousness.Side::verdict).orElse(Seriousness.Verdict.NOT_KNOWN), measure, reasons);
        }
        return asked.crime() instanceof Asked.OtherCrime other
                ? serious(verdict(other.askingYears()), measure, reasons)
                : told(measure.conventionOffence(), measure, reasons);
    }

    private Seriousness.Verdict verdict(OptionalInt years) {
        if (years.isEmpty()) {
            return Seriousness.Verdict.NOT_KNOWN;
        }
        return law.offences().isSerious(years.getAsInt())
                ? Seriousness.Verdict.SERIOUS
                : Seriousness.Verdict.NOT_SERIOUS;
    }

    private Carries serious(Seriousness.Verdict verdict, Cooperation measure, List<Reason> reasons) {
        String article = seriousness.threshold().article();
        String years = String.valueOf(seriousness.threshold().value());
        return switch (verdict) {
            case SERIOUS -> {
                reasons.add(Reason.of("serious-crime", article, years));
                yield told(measure.seriousCrime(), measure, reasons);
            }
            case NOT_SERIOUS -> {
                reasons.add(Reason.of("not-serious", article, years));
                yield told(measure.lesserOffence(), measure, reasons);
            }
            case NOT_KNOWN -> {
                reasons.add(Reason.of("penalty-not-known", article, years));
                yield Carries.NOT_KNOWN;
            }
        };
    }

    private static Carries told(Cooperation.Opens opens, Cooperation measure, List<Reason> reasons) {
        return switch (opens) {
            case YES -> Carries.YES;
            case EVIDENCE_ONLY -> {
                reasons.add(Reason.of("electronic-evidence-only", measure.article()));
                yield Carries.YES;
            }
            case ACCESSORY -> {
                reasons.add(Reason.of("only-beside-another", measure.article()));
                yield Carries.WITH_FACTS;
            }
            case UNCLEAR -> {
                reasons.add(Reason.of("text-is-silent", measure.article()));
                yield Carries.NOT_KNOWN;
            }
            case NO -> {
                reasons.add(Reason.of("offence-does-not-open", measure.article()));
                yield Carries.NO;
            }
        };
    }

    private static Carries data(Asked asked, Cooperation measure, List<Reason> reasons) {
        if (asked.data().isEmpty() || measure.data().isEmpty()) {
            return Carries.YES;
        }
        if (measure.data().contains(asked.data().get())) {
            return Carries.YES;
        }
        reasons.add(Reason.of(
                "not-for-this-data", measure.article(), asked.data().get().code()));
        return Carries.NO;
    }

    private void otherAssistanceTreaty(Cooperation measure, List<Between> treaties, List<Reason> reasons) {
        if (measure.grounds().stream().noneMatch(ground -> ground.code().equals(NOT_IN_CONFORMITY))) {
            return;
        }
        treaties.stream()
                .filter(other -> !other.instrument().isConvention()
                        && other.instrument().assistance()
                        && other.binds() == Carries.YES)
                .forEach(other -> reasons.add(Reason.from(
                        "other-treaty-prevails",
                        bases.assistanceTreatyPrevails().article(),
                        other.instrument().source(),
                        other.instrument().code())));
    }

    private BasisAnswer otherTreaty(Asked asked, Cooperation measure, Between treaty) {
        List<Reason> reasons = new ArrayList<>(treaty.reasons());
        boolean narrow = bases.isForCertainOffences(treaty.instrument());
        Optional<TreatyBases.Carried> reach = bases.reach(treaty, measure.code(), asked.data());
        if (reach.isEmpty()) {
            reasons.add(Reason.of("treaty-does-not-reach", ""));
            return new BasisAnswer(treaty.basis(), Optional.of(treaty), "", narrow, Carries.NO, reasons);
        }
        String article = reach.get().source().value();
        Carries carries = treaty.binds();
        if (treaty.excludes(article)) {
            reasons.add(Reason.of("measure-excluded", article));
            carries = Carries.NO;
        }
        for (String condition : reach.get().conditions()) {
            reasons.add(Reason.of("if." + condition, article));
            carries = carries.and(Carries.WITH_FACTS);
        }
        return new BasisAnswer(treaty.basis(), Optional.of(treaty), article, narrow, carries, reasons);
    }

    private BasisAnswer promise(Cooperation measure) {
        Optional<TreatyBases.Carried> reach = bases.promise(measure.code());
        List<Reason> reasons = new ArrayList<>();
        reach.ifPresentOrElse(
                carried -> carried.conditions()
                        .forEach(condition -> reasons.add(
                                Reason.of("if." + condition, carried.source().article()))),
                () -> reasons.add(Reason.of("treaty-does-not-reach", "")));
        return new BasisAnswer(
                "reciprocity",
                Optional.empty(),
                "",
                false,
                reach.isPresent() ? Carries.NOT_KNOWN : Carries.NO,
                reasons);
    }

    private Channel channel(Cooperation measure, Asked asked) {
        TreatyRegister register = bases.register();
        List<TreatyAct.Designation> named =
                register.standing(TreatyAct.Designation.class, Instrument.CONVENTION, asked.asked(), asked.day());
        List<TreatyAct.Notification> said =
                register.standing(TreatyAct.Notification.class, Instrument.CONVENTION, asked.asked(), asked.day());
        return new Channel(
                measure.duty(),
                named.stream()
                        .filter(designation -> designation.duty().code().equals(measure.duty()))
                        .map(TreatyAct.Designation::authority)
                        .reduce((_, later) -> later),
                said.stream()
                        .filter(notification -> notification.duty().code().equals(Duty.LANGUAGES))
                        .map(notification -> notification.said().getOrDefault("und", ""))
                        .reduce((_, later) -> later)
                        .map(tags -> Arrays.stream(tags.split(","))
                                .map(String::strip)
                                .filter(tag -> !tag.isEmpty())
                                .toList())
                        .orElseGet(List::of));
    }

    /// Whether it matters for a measure that the conduct is punishable in both States.
    ///
    /// @param measure its code
    /// @param requested the State that is asked
    /// @param conventionOffence whether the offence is the Convention's own
    /// @return empty for a measure for which the Convention has no such question
    public Optional<DualCriminality.Answered> dualCriminality(
            String measure, StateCode requested, boolean conventionOffence, LocalDate day) {
        return dualCriminality.of(
                measure, catalogue.law(requested), conventionOffence, reservedDualCriminality(requested, day));
    }

    /// Whether a State has made the reservation that lets it ask for dual criminality before it preserves.
    public boolean reservedDualCriminality(StateCode requested, LocalDate day) {
        return bases.register().standing(TreatyAct.Reservation.class, Instrument.CONVENTION, requested, day).stream()
                .anyMatch(reservation -> law.grounds()
                        .find(RESERVED_DUAL_CRIMINALITY)
                        .filter(ground -> reservation.provisions().contains(ground.provision()))
                        .isPresent());
    }

    private List<Reason> cautions(
            Asked asked,
            Cooperation measure,
            Optional<Offence> offence,
            Optional<Seriousness.Side> other,
            List<Between> treaties) {
        List<Reason> cautions = new ArrayList<>();
        if (asked.data().filter(kind -> kind == DataClass.CONTENT).isPresent()) {
            cautions.add(caution("content-asked"));
        }
        if (measure.safeguards().contains("36")) {
            cautions.add(caution("personal-data"));
        }
        offence.filter(Offence::victimSupport).ifPresent(_ -> cautions.add(caution("victim-support")));
        offence.filter(Offence::aboutChildren).ifPresent(_ -> cautions.add(caution("names-of-children")));
        other.filter(side -> side.verdict() == Seriousness.Verdict.NOT_SERIOUS)
                .ifPresent(side -> cautions.add(Reason.of(
                        "not-serious-there",
                        seriousness.threshold().article(),
                        asked.asked().code())));
        bases.register()
                .participant(asked.asked())
                .ifPresentOrElse(
                        _ -> {},
                        () -> cautions.add(Reason.of(
                                "state-not-in-register", "", asked.asked().code())));
        boolean reported = treaties.stream()
                .flatMap(treaty -> treaty.reasons().stream())
                .flatMap(reason -> reason.source().stream())
                .anyMatch(source -> source.confidence() == Provenance.Confidence.REPORTED);
        if (reported) {
            cautions.add(Reason.of("only-reported", ""));
        }
        return cautions;
    }
}
