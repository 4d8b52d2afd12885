package comity.web.law;

import comity.kernel.Language;
import comity.law.offence.Limitation;
import comity.law.offence.Penalty;
import comity.law.offence.Vouching;
import comity.law.words.LawWords;
import comity.web.Messages;
import java.time.Period;

/// Words for the codes of the books, in one language.
final class Phrases {
    private final Messages messages;
    private final LawWords words;
    private final Language language;

    Phrases(Messages messages, LawWords words, Language language) {
        this.messages = messages;
        this.words = words;
        this.language = language;
    }

    Language language() {
        return language;
    }

    String say(String key, Object... pairs) {
        return messages.text(language, key, pairs);
    }

    /// A word of the law's own files.
    ///
    /// @param area for example `standing`, `question`, `caution`
    String law(String area, Object code) {
        return words.text(language, area + "." + code);
    }

    String offence(String id) {
        return words.offence(language, id);
    }

    String element(String id) {
        return words.element(language, id);
    }

    String plainly(String id) {
        return words.plainly(language, id);
    }

    /// A fact that a law demands: an element, a fact with a word of its own, or the law's own wording.
    String fact(String fact, String wording) {
        if (fact.contains("/")) {
            return element(fact);
        }
        return words.fact(language, fact).orElse(wording.isEmpty() ? fact : "“" + wording + "”");
    }

    String penalty(Penalty penalty) {
        return switch (penalty) {
            case Penalty.Prison(Period longest) -> say("match.penalty.prison", "length", length(longest));
            case Penalty.Plain plain -> say("match.penalty." + plain.name());
        };
    }

    String limitation(Limitation limitation) {
        return switch (limitation) {
            case Limitation.After(Period period) -> length(period);
            case Limitation.Plain plain -> say("match.limitation." + plain.name());
        };
    }

    private String length(Period length) {
        String years = say("match.years", "count", length.getYears());
        String months = say("match.months", "count", length.getMonths());
        if (length.getMonths() == 0) {
            return years;
        }
        return length.getYears() == 0 ? months : say("match.years-months", "years", years, "months", months);
    }

    String vouched(Vouching vouching) {
        return say("match.voucher." + vouching.by().name(), "who", vouching.who());
    }
}
