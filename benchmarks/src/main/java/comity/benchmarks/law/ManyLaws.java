package comity.benchmarks.law;

import comity.kernel.StateCode;
import comity.law.matching.Conduct;
import comity.law.matching.Conduct.Act;
import comity.law.matching.Conduct.Alleged;
import comity.law.offence.Element;
import comity.law.offence.Elements;
import comity.law.offence.InForce;
import comity.law.offence.InterceptionRange;
import comity.law.offence.Limitation;
import comity.law.offence.Mapping;
import comity.law.offence.NationalLaw;
import comity.law.offence.OffencePattern;
import comity.law.offence.Part;
import comity.law.offence.Penalty;
import comity.law.offence.Provision;
import comity.law.offence.ProvisionId;
import comity.law.offence.ProvisionText;
import comity.law.offence.ProvisionText.TextStanding;
import comity.law.offence.Relation;
import comity.law.offence.Rule;
import comity.law.offence.Standing;
import comity.law.offence.Vouching;
import comity.law.offence.Vouching.Voucher;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Books of many States, and questions about them, drawn by chance that always falls the same way.
final class ManyLaws {
    private static final LocalDate DAY = LocalDate.parse("2027-03-13");
    private static final List<String> FACTS = List.of("serious-harm", "repeated", "organized");
    private static final Vouching VOUCHING =
            new Vouching(Voucher.STATE, "legal adviser", Optional.of(DAY.minusYears(1)), "gazette");

    private final Random chance = new Random(7);
    private final Elements elements = Elements.load();
    private final List<NationalLaw> books = new ArrayList<>();

    /// With a book for each of so many States.
    ManyLaws(int states, int provisions) {
        states(states).forEach(state -> books.add(book(state, provisions)));
    }

    /// The first codes that ISO 3166-1 has given away.
    static List<StateCode> states(int count) {
        return Arrays.stream(Locale.getISOCountries())
                .limit(count)
                .map(StateCode::new)
                .toList();
    }

    /// A question about two States.
    record Question(Conduct conduct, StateCode first, StateCode second, LocalDate day) {}

    Elements elements() {
        return elements;
    }

    List<NationalLaw> books() {
        return books;
    }

    private NationalLaw book(StateCode state, int provisions) {
        List<Provision> own = new ArrayList<>();
        ProvisionId general = new ProvisionId(state + ".penal.0");
        own.add(provision(general, DAY.minusYears(30), Optional.empty(), List.of(), intents()));
        List<OffencePattern> offences = elements.all();
        for (int i = 1; i < provisions; i++) {
            OffencePattern offence = offences.get(i % offences.size());
            boolean repealed = chance.nextInt(4) == 0;
            own.add(provision(
                    new ProvisionId(state + ".penal." + i),
                    DAY.minusYears(10),
                    repealed ? Optional.of(DAY.minusYears(1)) : Optional.empty(),
                    chance.nextBoolean() ? List.of(general) : List.of(),
                    mappings(offence)));
        }
        return new NationalLaw(
                state,
                List.of("en"),
                DAY,
                chance.nextBoolean(),
                new InterceptionRange.All(),
                List.of(new Rule(Part.ATTEMPT.code(), Rule.Position.YES, List.of(), "s. 1")),
                own,
                VOUCHING);
    }

    /// What intent is, for all offences: many laws say it once.
    private List<Mapping> intents() {
        return elements.all().stream()
                .flatMap(offence -> offence.elements().stream())
                .filter(element -> element.id().endsWith("/intent"))
                .map(element -> new Mapping(element.id(), Relation.COVERS, Optional.empty(), "intentionally"))
                .toList();
    }

    private List<Mapping> mappings(OffencePattern offence) {
        List<Mapping> mappings = new ArrayList<>();
        for (Element element : offence.elements()) {
            int drawn = chance.nextInt(100);
            boolean option = element.standing() == Standing.MAY_REQUIRE
                    || element.standing().isExit();
            if (element.id().endsWith("/intent") && drawn < 50 || option && drawn < 70) {
                continue;
            }
            Relation relation = drawn < 90
                    ? Relation.COVERS
                    : drawn < 95 ? Relation.COVERS_AND_DEMANDS_MORE : drawn < 98 ? Relation.LACKS : Relation.NOT_KNOWN;
            mappings.add(new Mapping(
                    element.id(),
                    relation,
                    relation == Relation.COVERS_AND_DEMANDS_MORE ? Optional.of(oneOf(FACTS)) : Optional.empty(),
                    "words of the law for " + element.id()));
        }
        return mappings;
    }

    private Provision provision(
            ProvisionId id,
            LocalDate from,
            Optional<LocalDate> to,
            List<ProvisionId> incorporates,
            List<Mapping> mappings) {
        return new Provision(
                id,
                "Penal Code, " + id,
                List.of(new ProvisionText("en", TextStanding.ORIGINAL, "Title of " + id, "Text of " + id)),
                new InForce(from, to),
                new Penalty.Prison(Period.ofYears(1 + chance.nextInt(12))),
                Limitation.Plain.NOT_KNOWN,
                incorporates,
                Optional.empty(),
                mappings,
                VOUCHING);
    }

    /// Conduct of one to three acts, each seen as one or two offences.
    List<Question> questions(int count) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Act> acts = new ArrayList<>();
            for (int act = 0; act <= chance.nextInt(3); act++) {
                List<Alleged> offences = new ArrayList<>(List.of(alleged()));
                if (chance.nextBoolean()) {
                    offences.add(alleged());
                }
                acts.add(new Act("act " + act, offences));
            }
            Set<String> shown = chance.nextBoolean() ? Set.of("serious-harm") : Set.of();
            Part part = chance.nextInt(5) == 0 ? Part.ATTEMPT : Part.COMMITTED;
            Conduct conduct = new Conduct("drawn by chance", part, acts, shown, Set.of());
            questions.add(new Question(
                    conduct, oneOf(books).state(), oneOf(books).state(), DAY.minusYears(chance.nextInt(3))));
        }
        return questions;
    }

    private Alleged alleged() {
        OffencePattern offence = oneOf(elements.all());
        Set<String> ways = new HashSet<>();
        offence.groups().values().forEach(group -> ways.add(oneOf(group).id()));
        return new Alleged(offence.id(), ways);
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(chance.nextInt(choices.size()));
    }
}
