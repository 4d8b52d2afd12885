package comity.law.basis;

import comity.law.Fact;
import comity.law.LawField;
import comity.law.LawFiles;
import comity.law.treaty.Instrument;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the other treaties let a State ask (arts 40(7), 60).
final class TreatyReaches {
    static final String FILE = "basis/treaty-reach.json";

    private final Map<String, Treaty> treaties;
    private final Own closed;
    private final Own promise;
    private final Fact<Boolean> assistanceTreatyPrevails;
    private final Fact<Boolean> earlierAgreements;

    /// @param basis the code that a request names, one of `comity.law.LegalBases`
    /// @param forCertainOffences it is a treaty on one kind of crime
    record Treaty(String instrument, String basis, boolean forCertainOffences, List<Reach> reaches) {}

    /// A treaty, or a promise, that is read in its own words.
    private record Own(List<String> measures, List<String> conditions, Fact<String> source) {
        Optional<Reach> of(String measure) {
            return measures.contains(measure)
                    ? Optional.of(new Reach(measure, new HashSet<>(conditions), new HashSet<>(), source))
                    : Optional.empty();
        }
    }

    private TreatyReaches(LawField file) {
        treaties = file.at("treaties").listBy(Treaty::instrument, TreatyReaches::treaty);
        closed = own(file.at("closedTreaty"));
        promise = own(file.at("promise"));
        assistanceTreatyPrevails = file.at("assistanceTreatyPrevails").fact(LawField::yesOrNo);
        earlierAgreements = file.at("earlierAgreements").fact(LawField::yesOrNo);
    }

    static TreatyReaches load() {
        return LawFiles.read(FILE, TreatyReaches::new);
    }

    private static Treaty treaty(LawField field) {
        return new Treaty(
                field.at("instrument").text(),
                field.at("basis").text(),
                field.at("forCertainOffences").yesOrNo(),
                field.at("reaches").list(TreatyReaches::reach));
    }

    private static Reach reach(LawField field) {
        return new Reach(
                field.at("measure").text(),
                new HashSet<>(field.listIfAny("conditions", LawField::text)),
                new HashSet<>(field.listIfAny("data", kind -> kind.oneOf(DataClass.class))),
                field.factAround(field.at("article").text()));
    }

    private static Own own(LawField field) {
        return new Own(
                field.at("measures").list(LawField::text),
                field.at("conditions").list(LawField::text),
                field.factAround(field.at("article").text()));
    }

    /// How far a treaty reaches for a measure; empty when it does not.
    Optional<Reach> of(Instrument instrument, String measure) {
        if (instrument.isClosed()) {
            return closed.of(measure);
        }
        return Optional.ofNullable(treaties.get(instrument.code())).stream()
                .flatMap(treaty -> treaty.reaches().stream())
                .filter(reach -> reach.measure().equals(measure))
                .findFirst();
    }

    Optional<Reach> ofPromise(String measure) {
        return promise.of(measure);
    }

    /// The code of the legal basis that a request names.
    String basis(Instrument instrument) {
        return switch (instrument.kind()) {
            case CONVENTION -> Instrument.CONVENTION;
            case REGIONAL -> "regional";
            case BILATERAL -> "bilateral";
            case MULTILATERAL ->
                Optional.ofNullable(treaties.get(instrument.code()))
                        .map(Treaty::basis)
                        .orElse(instrument.code());
        };
    }

    /// Whether a treaty is on one kind of crime only.
    boolean isForCertainOffences(Instrument instrument) {
        return Optional.ofNullable(treaties.get(instrument.code()))
                .map(Treaty::forCertainOffences)
                .orElse(false);
    }

    Fact<Boolean> assistanceTreatyPrevails() {
        return assistanceTreatyPrevails;
    }

    Fact<Boolean> earlierAgreements() {
        return earlierAgreements;
    }
}
