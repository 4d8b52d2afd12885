package comity.web.law;

import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.law.treaty.Participant;
import comity.law.treaty.TreatyRegister;
import java.util.Locale;

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
