package comity.law.treaty;

import comity.kernel.StateCode;
import comity.law.Fact;
import comity.law.LawField;
import comity.law.LawFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The numbers of arts 62 to 67, and what a participant tells the Secretary-General.
///
/// @param instruments how many bring the Convention into force (art. 65(1))
/// @param daysAfter after how many days
/// @param laterStateDays after how many days of its own deposit a later State is bound (art. 65(2))
/// @param denunciationYears after how many years a denunciation takes effect (art. 67)
/// @param signatureOpens the first day for signature (art. 64)
/// @param signatureCloses the last day for signature; accession has no end
/// @param objectionMonths within how many months of notice a reservation may be objected to
/// @param amendmentAfterYears how long after entry into force amendments may be proposed (art. 66)
/// @param firstConferenceYears within how many years of entry into force the Conference meets (art. 57)
/// @param protocolParties how many States Parties before a protocol is considered (art. 62)
/// @param notVerifiedAfterDays when a statement that nobody compared again is shown as not verified
/// @param organizations codes that are never a State, so that nobody counts one by mistake
public record FinalProvisions(
        Fact<Integer> instruments,
        Fact<Integer> daysAfter,
        Fact<Integer> laterStateDays,
        Fact<Integer> denunciationYears,
        Fact<LocalDate> signatureOpens,
        Fact<LocalDate> signatureCloses,
        Fact<Integer> objectionMonths,
        Fact<Integer> amendmentAfterYears,
        Fact<Integer> firstConferenceYears,
        Fact<Integer> protocolParties,
        Fact<Integer> notVerifiedAfterDays,
        Set<StateCode> organizations,
        List<Duty> duties) {
    static final String FILE = "treaty/final-provisions.json";

    public FinalProvisions {
        organizations = Set.copyOf(organizations);
        duties = List.copyOf(duties);
    }

    /// @throws comity.law.BrokenLawFile when the file is not whole
    public static FinalProvisions load() {
        return LawFiles.read(FILE, FinalProvisions::from);
    }

    private static FinalProvisions from(LawField file) {
        LawField facts = file.at("facts");
        Map<String, Duty> duties = file.at("duties").listBy(Duty::code, FinalProvisions::duty);
        return new FinalProvisions(
                facts.at("instruments").fact(LawField::number),
                facts.at("daysAfter").fact(LawField::number),
                facts.at("laterStateDays").fact(LawField::number),
                facts.at("denunciationYears").fact(LawField::number),
                facts.at("signatureOpens").fact(LawField::date),
                facts.at("signatureCloses").fact(LawField::date),
                facts.at("objectionMonths").fact(LawField::number),
                facts.at("amendmentAfterYears").fact(LawField::number),
                facts.at("firstConferenceYears").fact(LawField::number),
                facts.at("protocolParties").fact(LawField::number),
                facts.at("notVerifiedAfterDays").fact(LawField::number),
                Set.copyOf(file.at("organizations").list(code -> new StateCode(code.text()))),
                List.copyOf(duties.values()));
    }

    private static Duty duty(LawField field) {
        return new Duty(
                field.at("code").text(),
                field.at("names").yesOrNo(),
                field.at("mustBefore").yesOrNo(),
                field.factAround(field.at("article").text()));
    }

    public Optional<Duty> duty(String code) {
        return duties.stream().filter(duty -> duty.code().equals(code)).findFirst();
    }
}
