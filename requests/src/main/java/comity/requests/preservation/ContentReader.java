package comity.requests.preservation;

import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.kernel.WrittenTime;
import comity.requests.Handling;
import comity.requests.Urgency;
import comity.requests.form.Answers;
import comity.requests.form.Circumstances;
import comity.requests.form.Times;
import comity.requests.preservation.PreservationContent.Authority;
import comity.requests.preservation.PreservationContent.Contact;
import comity.requests.preservation.PreservationContent.Custodian;
import comity.requests.preservation.PreservationContent.DataCategory;
import comity.requests.preservation.PreservationContent.Item;
import comity.requests.preservation.PreservationContent.MlaIntent;
import comity.requests.preservation.PreservationContent.Offence;
import comity.requests.preservation.PreservationContent.Secrecy;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/// Makes domain words of answers that nothing blocks.
final class ContentReader {
    private final Answers answers;
    private final Circumstances circumstances;

    ContentReader(Answers answers, Circumstances circumstances) {
        this.answers = answers;
        this.circumstances = circumstances;
    }

    PreservationContent content() {
        return new PreservationContent(
                new StateCode(answers.text("/requested")),
                Language.ofTag(answers.text("/language")).orElse(Language.ENGLISH),
                authority("/authority"),
                answers.has("/conducting/name") ? Optional.of(authority("/conducting")) : Optional.empty(),
                confirmation(),
                offence(),
                answers.text("/facts"),
                answers.entries("items").stream().map(this::item).toList(),
                new Custodian(answers.text("/custodian/name"), answers.text("/custodian/location")),
                answers.text("/necessity"),
                urgency(),
                mla(),
                secrecy(),
                handling(),
                answers.number("/days"),
                answers.isYes("/pathDisclosure"));
    }

    private Authority authority(String at) {
        return new Authority(
                answers.text(at + "/name"),
                answers.text(at + "/unit"),
                answers.text(at + "/fileNumber"),
                answers.text(at + "/phone"),
                answers.text(at + "/email"),
                answers.text(at + "/zone"));
    }

    private Contact confirmation() {
        return new Contact(
                answers.text("/confirmation/role"),
                answers.text("/confirmation/name"),
                answers.text("/confirmation/phone"),
                answers.text("/confirmation/email"),
                answers.text("/confirmation/languages"));
    }

    private Offence offence() {
        return new Offence(
                answers.text("/offence/description"),
                answers.text("/offence/provision"),
                answers.text("/offence/article"),
                answers.number("/offence/maximumPenaltyYears"),
                answers.text("/offence/stage"));
    }

    private Item item(int entry) {
        String at = "/items/" + entry;
        return new Item(
                answers.text(at + "/type"),
                answers.text(at + "/value"),
                answers.text(at + "/service"),
                answers.number(at + "/port"),
                answers.text(at + "/protocol"),
                answers.text(at + "/chain"),
                time(at + "/from"),
                time(at + "/to"),
                answers.words(at + "/data").stream()
                        .map(ContentReader::category)
                        .toList(),
                answers.text(at + "/relation"));
    }

    private static DataCategory category(String word) {
        return Arrays.stream(DataCategory.values())
                .filter(category -> category.code().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The form let an unknown category pass: " + word));
    }

    /// Read by itself, so that a bell can ring before the rest is understood.
    Urgency urgency() {
        return new Urgency(
                Urgency.Criterion.ofCode(answers.text("/urgency/criterion")).orElse(Urgency.Criterion.NONE),
                time("/urgency/lostAt").map(WrittenTime::instant),
                answers.text("/urgency/reason"));
    }

    private MlaIntent mla() {
        return new MlaIntent(
                answers.words("/mla/measures"),
                answers.has("/mla/expectedOn")
                        ? Optional.of(LocalDate.parse(answers.text("/mla/expectedOn")))
                        : Optional.empty(),
                answers.text("/mla/authority"));
    }

    private Secrecy secrecy() {
        return new Secrecy(
                answers.isYes("/secrecy/confidential"),
                answers.isYes("/secrecy/doNotNotify"),
                time("/secrecy/until"),
                answers.text("/secrecy/instructions"));
    }

    /// A request without marks is handled as if shown only to the two authorities and acted on only by the asked
    /// one.
    private Handling handling() {
        return new Handling(
                Handling.Tlp.ofCode(answers.text("/handling/tlp")).orElse(Handling.Tlp.AMBER_STRICT),
                Handling.Pap.ofCode(answers.text("/handling/pap")).orElse(Handling.Pap.AMBER),
                answers.text("/handling/useLimits"));
    }

    private Optional<WrittenTime> time(String at) {
        return Times.written(answers, at, circumstances);
    }
}
