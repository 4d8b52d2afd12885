package comity.web.law;

import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.law.treaty.Participant;
import comity.law.treaty.TreatyRegister;
import comity.web.Option;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What participants are called.
final class Participants {
    private Participants() {}

    /// The name in a language: the register's own, else the one that the runtime's tables have for the code, else
    /// English.
    static String name(TreatyRegister register, StateCode state, Language language) {
        return register.participant(state)
                .map(participant -> participant.name(language.tag()).orElseGet(() -> otherwise(participant, language)))
                .orElseGet(() -> display(state, language));
    }

    /// All of them, as a reader of that language looks for them.
    static List<Option> options(TreatyRegister register, Language language) {
        return options(register, Set.of(), language);
    }

    /// All of them, and more States that the register does not have.
    static List<Option> options(TreatyRegister register, Set<StateCode> more, Language language) {
        return Stream.concat(register.participants().stream().map(Participant::code), more.stream())
                .distinct()
                .map(state -> new Option(state.code(), name(register, state, language) + " (" + state.code() + ")"))
                .sorted(Comparator.comparing(Option::label, Collator.getInstance(language.locale())))
                .toList();
    }

    private static String otherwise(Participant participant, Language language) {
        String display = display(participant.code(), language);
        return display.equals(participant.code().code())
                ? participant.name("en").orElse(display)
                : display;
    }

    private static String display(StateCode state, Language language) {
        return Locale.of("", state.code()).getDisplayCountry(language.locale());
    }
}
