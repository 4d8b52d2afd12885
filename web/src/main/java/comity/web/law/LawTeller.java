package comity.web.law;

import comity.api.law.BasisAnswer;
import comity.api.law.BasisList;
import comity.api.law.EligibilityAnswer;
import comity.api.law.LawItem;
import comity.api.law.LawReason;
import comity.api.law.SeriousnessSide;
import comity.api.law.TreatyBasis;
import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.law.RefusalGround;
import comity.law.RequiredContent;
import comity.law.basis.Between;
import comity.law.basis.Carries;
import comity.law.basis.DataClass;
import comity.law.basis.Reason;
import comity.law.basis.TreatyBases;
import comity.law.eligibility.Asked;
import comity.law.eligibility.Cooperation;
import comity.law.living.LivingLaw;
import comity.law.matching.DualCriminality;
import comity.law.matching.Seriousness;
import comity.law.treaty.Instrument;
import comity.law.treaty.Provenance;
import comity.law.treaty.When;
import comity.web.Messages;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts answers of the law into words. Pages and programs are told by this one, so that they never differ.
public final class LawTeller {
    private final LivingLaw law;
    private final Messages messages;
    private final Clock clock;

    public LawTeller(LivingLaw law, Messages messages, Clock clock) {
        this.law = law;
        this.messages = messages;
        this.clock = clock;
    }

    /// Today, as the depositary counts days.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    LivingLaw law() {
        return law;
    }

    private boolean verified(LivingLaw.State state) {
        return !state.register().isNotVerifiedSince(today(), law.provisions());
    }

    /// May it be asked?
    public EligibilityAnswer eligibility(Language language, Asked asked) {
        LivingLaw.State state = law.now();
        comity.law.eligibility.EligibilityAnswer answer = state.eligibility().of(asked);
        Telling telling = new Telling(state, language);
        Optional<comity.law.eligibility.BasisAnswer> best = answer.best();
        return new EligibilityAnswer(
                asked.asking().code(),
                asked.asked().code(),
                asked.day(),
                answer.measure().code(),
                telling.say("law.measure." + answer.measure().code()),
                asked.crime() instanceof Asked.ConventionOffence(String id) ? id : null,
                asked.data().map(DataClass::code).orElse(null),
                word(answer.carries()),
                telling.verdict(answer),
                best.map(basis -> telling.key(basis)).orElse(null),
                answer.bases().stream().map(telling::basis).toList(),
                answer.channel().duty(),
                telling.say("law.duty." + answer.channel().duty()),
                answer.channel().authority().orElseGet(Map::of),
                answer.channel().languages(),
                answer.measure().contents().stream().map(telling::content).toList(),
                answer.grounds().stream().map(telling::ground).toList(),
                answer.neverAlone().stream().map(telling::ground).toList(),
                answer.measure().clocks().stream().map(telling::clock).toList(),
                answer.dualCriminality().map(telling::dualCriminality).orElse(null),
                Arrays.asList(answer.asking(), answer.askedSide()).stream()
                        .flatMap(Optional::stream)
                        .map(telling::side)
                        .toList(),
                answer.cautions().stream().map(telling::reason).toList(),
                answer.registerAsOf(),
                verified(state));
    }

    /// Which treaties bind both?
    public BasisList bases(Language language, StateCode asking, StateCode asked, LocalDate day) {
        LivingLaw.State state = law.now();
        Telling telling = new Telling(state, language);
        List<TreatyBasis> treaties = new ArrayList<>();
        for (Between between : state.bases().between(asking, asked, day)) {
            treaties.add(new TreatyBasis(
                    between.basis(),
                    between.instrument().code(),
                    telling.title(between.instrument()),
                    word(between.binds()),
                    telling.say("law.binds." + between.binds().name()),
                    telling.measures(between),
                    between.reasons().stream().map(telling::reason).toList()));
        }
        return new BasisList(
                asking.code(), asked.code(), day, treaties, state.register().asOf(), verified(state));
    }

    static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// One answer in one language.
    private final class Telling {
        private final LivingLaw.State state;
        private final Language language;

        Telling(LivingLaw.State state, Language language) {
            this.state = state;
            this.language = language;
        }

        String say(String key, Object... pairs) {
            return messages.has(key) ? messages.text(language, key, pairs) : key.substring(key.lastIndexOf('.') + 1);
        }

        String name(String code) {
            return Participants.name(state.register(), new StateCode(code), language);
        }

        /// States by name, days in the reader's words, treaties by title; anything else as it is.
        private String about(String word) {
            if (word.matches("[A-Z]{2}")) {
                return name(word);
            }
            if (word.matches("\\d{4}-\\d{2}(-\\d{2}(/\\d{4}-\\d{2}-\\d{2})?)?")) {
                return Days.of(When.parse(word), language);
            }
            Optional<Instrument> treaty = state.register().instrument(word);
            if (treaty.isPresent()) {
                return title(treaty.get());
            }
            String data = "law.data." + word;
            return messages.has(data) ? say(data) : word;
        }

        LawReason reason(Reason reason) {
            List<Object> pairs = new ArrayList<>();
            for (int i = 0; i < reason.about().size(); i++) {
                pairs.add(String.valueOf((char) ('a' + i)));
                pairs.add(about(reason.about().get(i)));
            }
            pairs.add("provision");
            pairs.add(reason.provision());
            Optional<Provenance> source = reason.source();
            String text = say("law.reason." + reason.code(), pairs.toArray());
            return new LawReason(
                    reason.code(),
                    source.filter(_ -> !reason.code().endsWith("-then"))
                            .filter(this::isOld)
                            .map(old -> text + gap() + say("law.source-old", "day", Days.of(old.asOf(), language)))
                            .orElse(text),
                    orNothing(reason.provision()),
                    source.map(Provenance::source).orElse(null),
                    source.map(Provenance::depositary).map(LawTeller::orNothing).orElse(null),
                    source.map(Provenance::asOf).orElse(null),
                    source.map(Provenance::confidence).map(LawTeller::word).orElse(null));
        }

        /// Whether a statement is much older than the register that carries it.
        private boolean isOld(Provenance source) {
            return source.asOf()
                    .plusDays(law.provisions().notVerifiedAfterDays().value())
                    .isBefore(state.register().asOf());
        }

        /// Between two sentences; Chinese has none.
        private String gap() {
            return language == Language.CHINESE ? "" : " ";
        }

        String title(Instrument instrument) {
            return instrument
                    .titles()
                    .getOrDefault(language.tag(), instrument.titles().getOrDefault("en", ""));
        }

        private String basisTitle(comity.law.eligibility.BasisAnswer basis) {
            return basis.treaty()
                    .map(Between::instrument)
                    .map(this::title)
                    .orElseGet(() -> say("form.basis.code." + basis.basis()));
        }

        /// What tells one basis from another: the treaty, or that it is a promise.
        String key(comity.law.eligibility.BasisAnswer basis) {
            return basis.treaty().map(treaty -> treaty.instrument().code()).orElse(basis.basis());
        }

        BasisAnswer basis(comity.law.eligibility.BasisAnswer basis) {
            return new BasisAnswer(
                    basis.basis(),
                    basis.treaty().map(treaty -> treaty.instrument().code()).orElse(null),
                    basisTitle(basis),
                    orNothing(basis.article()),
                    word(basis.carries()),
                    say("law.carries." + basis.carries().name()),
                    basis.reasons().stream().map(this::reason).toList());
        }

        String verdict(comity.law.eligibility.EligibilityAnswer answer) {
            return say(
                    "law.answer." + answer.carries().name(),
                    "asking",
                    name(answer.asked().asking().code()),
                    "asked",
                    name(answer.asked().asked().code()),
                    "measure",
                    say("law.measure." + answer.measure().code()),
                    "basis",
                    answer.best().map(this::basisTitle).orElse(""));
        }

        LawItem content(RequiredContent content) {
            return new LawItem(
                    content.code(),
                    say("law.content." + content.code()),
                    content.provision(),
                    word(content.obligation()),
                    null);
        }

        LawItem ground(RefusalGround ground) {
            String known = "ground." + ground.code();
            return new LawItem(
                    ground.code(),
                    say(messages.has(known) ? known : "law.ground." + ground.code()),
                    ground.provision(),
                    word(ground.kind()),
                    null);
        }

        LawItem clock(Cooperation.Clock clock) {
            @Nullable Integer days = clock.days().isPresent() ? clock.days().getAsInt() : null;
            return new LawItem(
                    clock.code(),
                    say("law.clock." + clock.code(), "days", days == null ? 0 : days),
                    clock.source().value(),
                    word(clock.kind()),
                    days);
        }

        LawReason dualCriminality(DualCriminality.Answered answered) {
            return new LawReason(
                    word(answered.need()),
                    say("law.dual." + answered.need().name()),
                    answered.convention().article(),
                    null,
                    null,
                    answered.convention().asOf(),
                    null);
        }

        SeriousnessSide side(Seriousness.Side side) {
            return new SeriousnessSide(
                    side.state().code(),
                    word(side.verdict()),
                    say(
                            "law.serious." + side.verdict().name(),
                            "state",
                            name(side.state().code())),
                    side.provision().map(provision -> provision.citation()).orElse(null));
        }

        /// What may be asked on a treaty that binds, by measure.
        List<LawItem> measures(Between between) {
            if (between.binds() == Carries.NO) {
                return List.of();
            }
            List<LawItem> measures = new ArrayList<>();
            for (Cooperation measure : state.eligibility().cooperations().all()) {
                article(between, measure)
                        .ifPresent(article -> measures.add(new LawItem(
                                measure.code(),
                                say("law.measure." + measure.code()),
                                article,
                                word(measure.obligation()),
                                null)));
            }
            return measures;
        }

        private Optional<String> article(Between between, Cooperation measure) {
            if (between.instrument().isConvention()) {
                return Optional.of(measure.article());
            }
            return state.bases()
                    .reach(between, measure.code(), Optional.empty())
                    .map(TreatyBases.Carried::source)
                    .map(source -> source.value());
        }
    }

    static @Nullable String orNothing(String text) {
        return text.isEmpty() ? null : text;
    }
}
