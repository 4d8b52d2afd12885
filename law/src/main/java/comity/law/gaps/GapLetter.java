package comity.law.gaps;

import comity.kernel.DayInWords;
import comity.kernel.Language;
import comity.law.offence.NationalLaw;
import comity.law.offence.Provision;
import comity.law.offence.ProvisionId;
import comity.law.offence.Vouching.Voucher;
import comity.law.words.LawWords;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A letter to a ministry on the gaps in its law, in the State's own language.
///
/// @param language in which it is written
/// @param subject one line
/// @param opening what was compared, and who vouches for it
/// @param items one a gap
/// @param closing what can be done
public record GapLetter(Language language, String subject, List<String> opening, List<Item> items, String closing) {
    /// @param gap the gap
    /// @param text what is the matter
    /// @param assistance which technical assistance may help
    public record Item(Gap gap, String text, String assistance) {}

    public GapLetter {
        opening = List.copyOf(opening);
        items = List.copyOf(items);
    }

    /// The State's first language that the Convention speaks, else English.
    public static Language languageOf(NationalLaw law) {
        return law.languages().stream()
                .flatMap(tag -> Language.ofTag(tag).stream())
                .findFirst()
                .orElse(Language.ENGLISH);
    }

    /// @param state the State's name in that language
    /// @param day the day for which the law was compared
    public static GapLetter write(
            NationalLaw law, List<Gap> gaps, String state, LocalDate day, Language language, LawWords words) {
        Writing writing = new Writing(law, language, words);
        String vouched = law.vouching().by() == Voucher.NOBODY
                ? writing.text("letter.nobody")
                : writing.text("letter.vouched", "who", law.vouching().who());
        return new GapLetter(
                language,
                writing.text("letter.subject", "state", state),
                List.of(
                        writing.text(
                                "letter.opening",
                                "state",
                                state,
                                "asOf",
                                DayInWords.of(law.asOf(), language),
                                "day",
                                DayInWords.of(day, language)),
                        vouched,
                        writing.text(gaps.isEmpty() ? "letter.none" : "letter.found")),
                gaps.stream().map(writing::item).toList(),
                writing.text("letter.closing"));
    }

    private record Writing(NationalLaw law, Language language, LawWords words) {
        String text(String key, Object... namesAndValues) {
            return words.text(language, key, namesAndValues);
        }

        Item item(Gap gap) {
            String element =
                    gap.element().map(id -> words.element(language, id)).orElse("");
            String text = text(
                    "gap." + gap.kind(),
                    "article",
                    gap.article(),
                    "offence",
                    words.offence(language, gap.offence()),
                    "provision",
                    gap.provision().map(this::citation).orElse(""),
                    "element",
                    element,
                    "fact",
                    gap.fact().map(this::fact).orElse(""));
            return new Item(gap, text, text("letter.assistance", "topic", text("assistance." + gap.topic())));
        }

        private String citation(ProvisionId id) {
            return law.provision(id).map(Provision::citation).orElse(id.id());
        }

        private String fact(String demand) {
            Optional<String> word = words.fact(language, demand);
            return word.orElse(demand);
        }
    }
}
